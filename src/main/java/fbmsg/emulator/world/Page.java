package fbmsg.emulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A Facebook Page that the account knows.
 *
 * @param token with which Facebook would let Vonage write for it
 * @param application the one that it is linked to
 * @param consented when its owner last let Vonage in
 */
public record Page(String id, Optional<String> name, String token, Optional<String> application, Instant consented) {
    /** How long Facebook's consent lasts (documentation of Vonage's, "Link your Facebook page"). */
    private static final Duration CONSENT = Duration.ofDays(90);

    Instant consentEnds() {
        return consented.plus(CONSENT);
    }

    boolean isExpired(Instant now) {
        return now.isAfter(consentEnds());
    }

    public Page linkedTo(Optional<String> linked) {
        return new Page(id, name, token, linked, consented);
    }
}
