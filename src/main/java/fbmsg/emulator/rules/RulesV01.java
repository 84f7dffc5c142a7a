package fbmsg.emulator.rules;

import fbmsg.emulator.webhook.MessageType;
import fbmsg.emulator.webhook.Version;
import fbmsg.json.Document;
import java.util.List;
import java.util.Optional;

/**
 * The body of {@code POST /v0.1/messages} for Messenger, as its description (revision 0.4.0) has it in schema and prose.
 *
 * <p>It leaves out what others tell of the same message: the length of ids stands with the status webhook, that of texts
 * and URLs in the description of Dispatch (0.3.3).
 */
public final class RulesV01 implements Rules {
    private static final Rule CHANNEL = Rule.exactly("messenger");
    private static final Rule ID = Rule.characters(1, 50);
    private static final Rule TEXT = Rule.characters(1, 640);
    private static final Rule URL = Rule.characters(1, 2000).and(Rule.url());
    private static final Rule CLIENT_REF = Rule.characters(0, 40);

    /** Vonage's page on custom objects has the type {@code custom}, the description does not. */
    private static final Rule TYPE = Rule.notEmulated("custom").and(Rule.oneOf(MessageType.names()));

    @Override
    public Version version() {
        return Version.V0_1;
    }

    @Override
    public Problem notJson(String detail) {
        return Problem.invalidJson(400, detail);
    }

    @Override
    public Problem notThisSender() {
        return problem(List.of(new Problem.InvalidParameter("from.id", "Must be a page of this application's.")));
    }

    @Override
    public Problem notThisRecipient() {
        return problem(List.of(new Problem.InvalidParameter("to.id", "Must be a user who can be written to.")));
    }

    @Override
    public Message judge(Document body) throws Refused {
        Inspection inspection = new Inspection(body)
                .required("from.type", CHANNEL)
                .required("from.id", ID)
                .required("to.type", CHANNEL)
                .required("to.id", ID)
                .required("message.content.type", TYPE);
        type(body).ifPresent(type -> inspection.required(contentPath(type), type == MessageType.TEXT ? TEXT : URL));
        MessengerOptions.inspect(body, "message.messenger", inspection);
        inspection.optional("client_ref", CLIENT_REF);
        if (!inspection.invalid().isEmpty()) {
            throw new Refused(problem(inspection.invalid()));
        }
        return read(body);
    }

    /** The published example, and as in v1 the parameters: whoever tests against the emulator wants to know. */
    private static Problem problem(List<Problem.InvalidParameter> invalid) {
        return new Problem(
                400,
                "application/json",
                "https://www.nexmo.com/messages/Errors#InvalidParams",
                "Invalid Parameters",
                "Your request parameters did not validate.",
                invalid);
    }

    private static Optional<MessageType> type(Document body) {
        return MessageType.of(body.text("message.content.type"));
    }

    private static String contentPath(MessageType type) {
        return "message.content." + type.path();
    }

    private static Message read(Document body) {
        MessageType type = type(body).orElseThrow();
        return new Message(
                body.text("from.id").orElseThrow(),
                body.text("to.id").orElseThrow(),
                type,
                body.text(contentPath(type)).orElseThrow(),
                body.text("client_ref"),
                MessengerOptions.read(body, "message.messenger"),
                Message.Callback.USUAL,
                Optional.empty());
    }
}
