package fbmsg.cli.talk.listen.plan;

import fbmsg.webhook.Filter;
import java.time.Duration;
import java.util.Optional;

/**
 * What a run of {@code listen} is to do.
 *
 * @param count how many events it takes; empty: all that come
 * @param handling what is done instead of printing
 * @param timeout after which it gives up; empty: never
 * @param ackTimeout how long a webhook is kept waiting for its answer
 * @param seen file in which it is kept which events are done
 * @param record folder in which each webhook is kept as a file
 * @param keepSecrets whether these files have the secrets of the headers
 * @param saveMedia folder in which the files of messages are saved
 */
public record ListenPlan(
        Door door,
        Filter filter,
        Optional<Integer> count,
        Optional<Duration> timeout,
        Output output,
        Handling handling,
        Duration ackTimeout,
        Optional<String> seen,
        Optional<String> record,
        boolean keepSecrets,
        Optional<String> saveMedia) {

    /** How long a webhook is kept waiting for its answer. */
    public static final Duration USUAL_ACK_TIMEOUT = Duration.ofSeconds(10);
}
