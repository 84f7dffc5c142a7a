package fbmsg.emulator.rules;

import fbmsg.emulator.webhook.MessageType;
import fbmsg.emulator.webhook.Version;
import fbmsg.json.Document;
import java.util.List;
import java.util.Optional;

/**
 * The body of {@code POST /v1/messages} for Messenger, as its description (revision 1.20.0) has it in schema and prose.
 *
 * <p>The answer has room for one kind of refusal: the first in the order in which the description lists them.
 */
public final class RulesV1 implements Rules {
    private static final Rule CHANNEL = Rule.exactly("messenger");
    private static final Rule ID = Rule.characters(1, 50);
    private static final Rule TYPE = Rule.oneOf(MessageType.names());
    private static final Rule TEXT = Rule.characters(1, 640);
    private static final Rule URL = Rule.url();
    private static final Rule AUDIO_URL = Rule.characters(10, 2000).and(URL);
    private static final Rule CLIENT_REF = Rule.characters(0, 100);
    private static final Rule WEBHOOK_VERSION = Rule.oneOf(List.of(Version.V0_1.wire(), Version.V1.wire()));

    @Override
    public Version version() {
        return Version.V1;
    }

    @Override
    public Problem notJson(String detail) {
        return Problem.invalidJson(422, detail);
    }

    @Override
    public Judgement judge(Document body) {
        return alone(RefusalV1.CHANNEL, new Inspection(body).required("channel", CHANNEL))
                .or(() -> channelParameters(body))
                .or(() -> alone(RefusalV1.SENDER, new Inspection(body).required("from", ID)))
                .or(() -> alone(RefusalV1.RECIPIENT, new Inspection(body).required("to", ID)))
                .or(() -> alone(RefusalV1.MESSAGE_TYPE, new Inspection(body).required("message_type", TYPE)))
                .or(() -> parameters(body))
                .or(() -> alone(RefusalV1.CLIENT_REFERENCE, new Inspection(body).optional("client_ref", CLIENT_REF)))
                .<Judgement>map(Judgement.Broken::new)
                .orElseGet(() -> new Judgement.Kept(read(body)));
    }

    private static Optional<Problem> channelParameters(Document body) {
        Inspection inspection = new Inspection(body);
        MessengerOptions.inspect(body, "messenger", inspection);
        return listed(RefusalV1.CHANNEL_PARAMETERS, inspection);
    }

    private static Optional<Problem> parameters(Document body) {
        MessageType type = type(body);
        return listed(
                RefusalV1.PARAMETERS,
                new Inspection(body)
                        .required(type.path(), content(type))
                        .optional("webhook_url", Rule.string())
                        .optional("webhook_version", WEBHOOK_VERSION)
                        .optional("failover", Rule.notEmulated()));
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

    private static Optional<Problem> listed(RefusalV1 kind, Inspection inspection) {
        return inspection.invalid().isEmpty() ? Optional.empty() : Optional.of(kind.problem(inspection.invalid()));
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
                MessengerOptions.read(body, "messenger"));
    }
}
