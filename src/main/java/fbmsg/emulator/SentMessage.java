package fbmsg.emulator;

import fbmsg.emulator.rules.Message;
import fbmsg.emulator.webhook.DeliveryError;
import fbmsg.emulator.webhook.MessageType;
import fbmsg.emulator.world.Entry;
import fbmsg.emulator.world.Ledger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An accepted message as {@code GET /emulator/messages} shows it; the same form for both versions of the API.
 *
 * @param text or a url
 * @param applicationId whose token came with it; empty: it came with the account's key and secret
 * @param statuses in the order in which it got them
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
        Optional<String> applicationId,
        Instant acceptedAt,
        List<Status> statuses) {

    /**
     * What became of it.
     *
     * @param error with {@code rejected} and {@code undeliverable}
     */
    public record Status(String status, Instant at, Optional<DeliveryError> error) {}

    /** The answer's body: {@code {"messages":[…]}}, in order of acceptance. */
    record Listing(List<SentMessage> messages) {}

    static List<SentMessage> all(Ledger ledger) {
        return ledger.entries().stream()
                .filter(entry -> entry.direction() == Entry.Direction.OUTBOUND)
                .map(SentMessage::of)
                .toList();
    }

    private static SentMessage of(Entry entry) {
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
                entry.at(),
                entry.statuses().stream()
                        .map(status -> new Status(status.became().wire(), status.at(), status.error()))
                        .toList());
    }
}
