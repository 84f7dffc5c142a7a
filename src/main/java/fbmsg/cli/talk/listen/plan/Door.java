package fbmsg.cli.talk.listen.plan;

import java.time.Duration;
import java.util.Optional;

/**
 * Where webhooks come in, and which may.
 *
 * @param port empty: the settings'
 * @param bind empty: both loopback addresses
 * @param path empty: any
 * @param maxBody bytes
 * @param portFile into which the port is written while listening
 * @param maxAge how old a signature may be
 */
public record Door(
        Optional<Integer> port,
        Optional<String> bind,
        Optional<String> path,
        int maxBody,
        Optional<String> portFile,
        Verify verify,
        Duration maxAge) {

    /** How old a signature may be: Vonage delivers again for a day. */
    public static final Duration USUAL_MAX_AGE = Duration.ofHours(25);

    static final int USUAL_MAX_BODY = 1 << 20;
}
