package fbmsg.emulator.rules;

import fbmsg.emulator.webhook.MessageType;
import fbmsg.emulator.webhook.Version;
import fbmsg.json.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The body of {@code POST /v1/messages} for Messenger, as its description (revision 1.20.0) has it in schema and prose.
 *
 * <p>The answer has room for one kind of refusal: the first in the order in which the description lists them. What stands in
 * for the message in {@code failover} is held to the same rules after it; channels other than Messenger are refused there too.
 */
public final class RulesV1 implements Rules {
    private static final Rule CHANNEL = Rule.exactly("messenger");
    private static final Rule ID = Rule.characters(1, 50);
    private static final Rule TYPE = Rule.oneOf(MessageType.names());
    private static final Rule TEXT = Rule.characters(1, 640);
    private static final Rule URL = Rule.url();
    private static final Rule AUDIO_URL = Rule.characters(10, 2000).and(URL);
    private static final Rule CLIENT_REF = Rule.characters(0, 100);
    private static final Rule WEBHOOK_VERSION = Rule.oneOf(Version.names());

    @Override
    public Version version() {
        return Version.V1;
    }

    @Override
    public Problem notJson(String detail) {
        return Problem.invalidJson(422, detail);
    }

    @Override
    public Problem notThisSender() {
        return RefusalV1.SENDER.problem();
    }

    @Override
    public Problem notThisRecipient() {
        return RefusalV1.RECIPIENT.problem();
    }

    @Override
    public Message judge(Document body) throws Refused {
        Optional<Problem> problem = problem(body, "").or(() -> failover(body).flatMap(RulesV1::firstProblem));
        if (problem.isPresent()) {
            throw new Refused(problem.get());
        }
        return read(body);
    }

    private static Optional<List<Document>> failover(Document body) {
        return body.at("failover").flatMap(Document::items);
    }

    private static Optional<Problem> firstProblem(List<Document> items) {
        for (int i = 0; i < items.size(); i++) {
            Optional<Problem> problem = problem(items.get(i), "failover." + i + ".");
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    /**
     * @param place before the names of the parameters that are refused
     */
    private static Optional<Problem> problem(Document body, String place) {
        return alone(RefusalV1.CHANNEL, new Inspection(body).required("channel", CHANNEL))
                .or(() -> channelParameters(body, place))
                .or(() -> alone(RefusalV1.SENDER, new Inspection(body).required("from", ID)))
                .or(() -> alone(RefusalV1.RECIPIENT, new Inspection(body).required("to", ID)))
                .or(() -> alone(RefusalV1.MESSAGE_TYPE, new Inspection(body).required("message_type", TYPE)))
                .or(() -> parameters(body, place))
                .or(() -> alone(RefusalV1.CLIENT_REFERENCE, new Inspection(body).optional("client_ref", CLIENT_REF)));
    }

    private static Optional<Problem> channelParameters(Document body, String place) {
        Inspection inspection = new Inspection(body);
        MessengerOptions.inspect(body, "messenger", inspection);
        return listed(RefusalV1.CHANNEL_PARAMETERS, inspection, place);
    }

    /** What stands in has no others standing in for it: there the member is one of those that nobody knows. */
    private static Optional<Problem> parameters(Document body, String place) {
        MessageType type = type(body);
        Inspection inspection = new Inspection(body)
                .required(type.path(), content(type))
                .optional("webhook_url", Rule.string())
                .optional("webhook_version", WEBHOOK_VERSION);
        return listed(
                RefusalV1.PARAMETERS,
                place.isEmpty() ? inspection.optional("failover", Rule.array()) : inspection,
                place);
    }

    private static Rule content(MessageType type) {
        return switch (type) {
            case TEXT -> TEXT;
            case AUDIO -> AUDIO_URL;
            case IMAGE, VIDEO, FILE -> URL;
        };
    }

    /** The kinds that speak of one parameter each have no list of them. */
    private static Optional<Problem> alone(RefusalV1 kind, Inspection inspection) {
        return inspection.invalid().isEmpty() ? Optional.empty() : Optional.of(kind.problem());
    }

    private static Optional<Problem> listed(RefusalV1 kind, Inspection inspection, String place) {
        List<Problem.InvalidParameter> invalid = inspection.invalid().stream()
                .map(one -> new Problem.InvalidParameter(place + one.name(), one.reason()))
                .toList();
        return invalid.isEmpty() ? Optional.empty() : Optional.of(kind.problem(invalid));
    }

    private static MessageType type(Document body) {
        return MessageType.of(body.text("message_type")).orElseThrow();
    }

    private static Message read(Document body) {
        MessageType type = type(body);
        return new Message(
                body.text("from").orElseThrow(),
                body.text("to").orElseThrow(),
                type,
                body.text(type.path()).orElseThrow(),
                body.text("client_ref"),
                MessengerOptions.read(body, "messenger"),
                new Message.Callback(body.text("webhook_url"), Version.of(body.text("webhook_version"))),
                failover(body).map(RulesV1::readAll));
    }

    private static List<Message> readAll(List<Document> items) {
        List<Message> messages = new ArrayList<>();
        items.forEach(item -> messages.add(read(item)));
        return messages;
    }
}
