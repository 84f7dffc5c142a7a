package fbmsg.message;

import java.util.Optional;
import java.util.function.Function;

/**
 * Something became of a message that a Page sent: submitted, delivered, read, rejected, undeliverable.
 *
 * @param status as it came; the published list may grow
 */
public record StatusUpdate(
        MessageId id,
        PageId from,
        Psid to,
        String timestamp,
        String status,
        Optional<String> clientRef,
        Optional<Error> error,
        Optional<Usage> usage)
        implements Event {

    /** Why it was not delivered. The code is digits, kept as text: the API sends it as text and as a number. */
    public record Error(String code, String title, String detail) {}

    /** What it cost; the price is a decimal as text. */
    public record Usage(String currency, String price) {}

    /** How far the message has come; empty if it failed, or the status is one that is not known. */
    public Optional<Stage> stage() {
        return Stage.of(status);
    }

    /** Whether the message will never arrive. */
    public boolean failed() {
        return status.equals("rejected") || status.equals("undeliverable");
    }

    @Override
    public <T> T match(Function<InboundMessage, T> inbound, Function<StatusUpdate, T> status) {
        return status.apply(this);
    }
}
