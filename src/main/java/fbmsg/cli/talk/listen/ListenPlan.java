package fbmsg.cli.talk.listen;

import java.time.Duration;
import java.util.Optional;

/**
 * What a run of {@code listen} is to do.
 *
 * @param port empty: the settings'
 * @param bind empty: both loopback addresses
 * @param path empty: any
 * @param timeout empty: for ever
 * @param field of each record, with {@link Form#FIELD}
 * @param maxBody bytes
 */
public record ListenPlan(
        Optional<Integer> port,
        Optional<String> bind,
        Optional<String> path,
        int count,
        Optional<Duration> timeout,
        Form form,
        Optional<String> field,
        ListenCommand.Verify verify,
        Duration maxAge,
        Duration ackTimeout,
        int maxBody,
        Optional<String> portFile) {

    /** How old a signature may be: Vonage delivers again for a day. */
    public static final Duration USUAL_MAX_AGE = Duration.ofHours(25);

    /** How long a webhook is kept waiting for its answer. */
    public static final Duration USUAL_ACK_TIMEOUT = Duration.ofSeconds(10);

    /** What is printed of an event. */
    enum Form {
        RECORD,
        RAW,
        FIELD
    }
}
