package fbmsg.emulator.webhook;

/**
 * Why a message was not delivered: an asynchronous error of the Messages API (description of v1, revision 1.20.0).
 *
 * @param code such as 1340
 */
public record DeliveryError(int code, String reason) {
    /** Who has never written to the page. */
    public static final DeliveryError NOT_A_USER = new DeliveryError(1300, "Not part of the provider network");

    /** The usual one of a message that is refused after it was accepted: the user has not written for a day. */
    public static final DeliveryError OUTSIDE_WINDOW = new DeliveryError(1340, "Outside of the allowed window");

    /** The usual one of a message that nobody could be given. */
    public static final DeliveryError UNREACHABLE = new DeliveryError(1260, "Destination unreachable");
}
