package fbmsg.emulator;

import fbmsg.emulator.rules.Message;
import fbmsg.emulator.webhook.MessageType;
import fbmsg.emulator.world.Ledger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An accepted message as {@code GET /emulator/messages} shows it; the same form for both versions of the API.
 *
 * @param text or a url
 * @param applicationId whose token came with it
 */
public record SentMessage(
        String messageUuid,
        String version,
        String from,
        String to,
        String type,
        Optional<String> text,
        Optional<String> url,
        Optional<String> clientRef,
        Optional<String> category,
        Optional<String> tag,
        String applicationId,
        Instant acceptedAt) {

    /** The answer's body: {@code {"messages":[…]}}, in order of acceptance. */
    public record Listing(List<SentMessage> messages) {}

    static List<SentMessage> all(Ledger ledger) {
        return ledger.entries().stream().map(SentMessage::of).toList();
    }

    private static SentMessage of(Ledger.Entry entry) {
        Message message = entry.message();
        boolean text = message.type() == MessageType.TEXT;
        return new SentMessage(
                entry.messageUuid(),
                entry.version().wire(),
                message.from(),
                message.to(),
                message.type().wire(),
                text ? Optional.of(message.content()) : Optional.empty(),
                text ? Optional.empty() : Optional.of(message.content()),
                message.clientRef(),
                message.messenger().category(),
                message.messenger().tag(),
                entry.applicationId(),
                entry.acceptedAt());
    }
}
