package fbmsg.emulator.webhook;

import java.util.List;
import java.util.Optional;

/**
 * Why a message was not delivered: an asynchronous error of the Messages API (description of v1, revision 1.20.0).
 *
 * @param code such as 1340
 */
public record DeliveryError(int code, String reason) {
    /** The codes that may concern Messenger, and what they are called. */
    public static final List<DeliveryError> KNOWN = List.of(
            new DeliveryError(1000, "Throttled"),
            new DeliveryError(1010, "Missing params"),
            new DeliveryError(1020, "Invalid params"),
            new DeliveryError(1021, "Invalid tag"),
            new DeliveryError(1030, "Internal error"),
            new DeliveryError(1040, "Invalid message"),
            new DeliveryError(1060, "Partner account barred"),
            new DeliveryError(1070, "Provider quota exceeded"),
            new DeliveryError(1100, "Communication Failed"),
            new DeliveryError(1120, "Illegal Sender Address"),
            new DeliveryError(1140, "Facility not allowed"),
            new DeliveryError(1160, "Non White-listed Destination"),
            new DeliveryError(1170, "Invalid recipient"),
            new DeliveryError(1180, "Destination temporarily unavailable"),
            new DeliveryError(1190, "Absent Subscriber Permanent"),
            new DeliveryError(1210, "Anti-Spam Rejection"),
            new DeliveryError(1220, "Handset Busy"),
            new DeliveryError(1230, "Temporary network failure"),
            new DeliveryError(1240, "Illegal Number"),
            new DeliveryError(1241, "Too many send requests"),
            new DeliveryError(1260, "Destination unreachable"),
            new DeliveryError(1282, "Message rejected by provider"),
            new DeliveryError(1300, "Not part of the provider network"),
            new DeliveryError(1320, "Message already sent"),
            new DeliveryError(1330, "Delivery failed"),
            new DeliveryError(1331, "Provider error"),
            new DeliveryError(1340, "Outside of the allowed window"),
            new DeliveryError(1350, "Phone matching fee not paid"),
            new DeliveryError(1370, "Expired access Token"),
            new DeliveryError(1380, "Invalid resource"),
            new DeliveryError(1381, "Resource size is too large"),
            new DeliveryError(1382, "Unsupported resource type"),
            new DeliveryError(1400, "Unsupported channel"),
            new DeliveryError(1410, "Invalid channel parameters"),
            new DeliveryError(1420, "Invalid sender"),
            new DeliveryError(1430, "Invalid recipient"),
            new DeliveryError(1440, "Invalid message type"),
            new DeliveryError(1450, "Invalid client reference"));

    public static final DeliveryError INVALID_TAG = known(1021);

    /** The usual one of a message that nobody could be given. */
    public static final DeliveryError UNREACHABLE = known(1260);

    /** Who has never written to the page. */
    public static final DeliveryError NOT_A_USER = known(1300);

    /** The usual one of a message that is refused after it was accepted: the user has not written for a day. */
    public static final DeliveryError OUTSIDE_WINDOW = known(1340);

    /** The page was linked longer ago than its consent lasts. */
    public static final DeliveryError EXPIRED_PAGE = known(1370);

    public static final DeliveryError MEDIA_UNREACHABLE = known(1380);
    public static final DeliveryError MEDIA_TOO_LARGE = known(1381);
    public static final DeliveryError MEDIA_TYPE = known(1382);

    /** What cannot be reached is {@code undeliverable}, all else {@code rejected}. */
    private static final List<Integer> OUT_OF_REACH = List.of(1180, 1190, 1220, 1230, 1260);

    public static Optional<DeliveryError> of(int code) {
        return KNOWN.stream().filter(error -> error.code() == code).findFirst();
    }

    /** The status that comes with it. */
    public DeliveryStatus status() {
        return OUT_OF_REACH.contains(code) ? DeliveryStatus.UNDELIVERABLE : DeliveryStatus.REJECTED;
    }

    private static DeliveryError known(int code) {
        return of(code).orElseThrow();
    }
}
