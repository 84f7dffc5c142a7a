package fbmsg.message;

import java.util.Optional;

/**
 * On what terms a message is sent, whatever it says and whoever gets it.
 *
 * @param purpose absent: the API's default, a response
 * @param clientRef the caller's own reference, at most 100 characters; it comes back in every status
 */
public record Terms(Optional<Purpose> purpose, Optional<String> clientRef, Callback callback, Lengths lengths) {
    /** The API's defaults, within the published limits. */
    public static final Terms USUAL = new Terms(Optional.empty(), Optional.empty(), Callback.USUAL, Lengths.HELD);

    private static final int LONGEST_CLIENT_REF = 100;

    public Terms {
        if (clientRef.isPresent()) {
            lengths.atMost(LONGEST_CLIENT_REF, "client reference", clientRef.get());
        }
        if (callback.url().isPresent()) {
            WebUrl.checked("webhook URL", callback.url().get(), lengths);
        }
    }
}
