package fbmsg.emulator.world;

import fbmsg.emulator.webhook.DeliveryError;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that goes wrong on demand: armed by its name, or for one message by sending it to the fault's own recipient.
 *
 * @param number what the recipient's id ends in
 * @param name by which it is armed
 * @param effect a few words
 */
public record Fault(int number, String name, Point point, String effect) {
    /** Where it strikes. */
    public enum Point {
        /** the answer of the API */
        ANSWER,
        /** what becomes of an accepted message */
        FATE,
        /** the webhooks of one message */
        WEBHOOKS
    }

    static final Fault UNDELIVERED = new Fault(1, "undelivered", Point.FATE, "submitted, and no more");
    static final Fault UNREAD = new Fault(2, "unread", Point.FATE, "submitted and delivered, never read");
    static final Fault DUPLICATE = new Fault(3, "duplicate", Point.WEBHOOKS, "each webhook comes twice");
    static final Fault OUT_OF_ORDER = new Fault(
            4,
            "out-of-order",
            Point.WEBHOOKS,
            "statuses come last first; an inbound message after the next, or after a minute");
    static final Fault LATE = new Fault(5, "late", Point.WEBHOOKS, "each webhook comes 60 seconds later");
    static final Fault UNSIGNED = new Fault(6, "unsigned", Point.WEBHOOKS, "webhooks come without a signature");
    static final Fault BAD_SIGNATURE =
            new Fault(7, "bad-signature", Point.WEBHOOKS, "webhooks are signed with another secret");
    public static final Fault UNANSWERED =
            new Fault(8, "unanswered", Point.ANSWER, "it is taken, and the connection is closed without an answer");
    public static final Fault LOST =
            new Fault(9, "taken-500", Point.ANSWER, "it is taken, and answered 500 all the same");

    private static final String RECIPIENTS = "900000000000";

    /** Every fault there is. */
    public static final List<Fault> ALL = Stream.of(
                    Stream.of(
                            UNDELIVERED,
                            UNREAD,
                            DUPLICATE,
                            OUT_OF_ORDER,
                            LATE,
                            UNSIGNED,
                            BAD_SIGNATURE,
                            UNANSWERED,
                            LOST),
                    Stream.of(401, 402, 404, 422, 429, 500, 503)
                            .map(status -> new Fault(
                                    status, "" + status, Point.ANSWER, "it is not taken, and answered " + status)),
                    DeliveryError.KNOWN.stream()
                            .map(error -> new Fault(
                                    error.code(),
                                    "" + error.code(),
                                    Point.FATE,
                                    error.status().wire() + ": " + error.reason())))
            .flatMap(each -> each)
            .toList();

    public static Optional<Fault> named(String name) {
        return ALL.stream().filter(fault -> fault.name().equals(name)).findFirst();
    }

    /** A message to whom meets it: 16 digits. */
    public String recipient() {
        return RECIPIENTS + String.format("%04d", number);
    }

    static Optional<Fault> of(String recipient) {
        return recipient.startsWith(RECIPIENTS)
                ? ALL.stream()
                        .filter(fault -> fault.recipient().equals(recipient))
                        .findFirst()
                : Optional.empty();
    }
}
