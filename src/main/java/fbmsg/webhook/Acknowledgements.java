package fbmsg.webhook;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Which events are done whose senders do not know it yet: a run that has its count is not over before they do. */
final class Acknowledgements {
    /** After that long the sender has had the time to ask again. */
    private static final Duration REDELIVERY = Duration.ofSeconds(30);

    private final Quota quota;

    /** Their senders were told 503, or could not be told. */
    private final Set<String> missing = new HashSet<>();

    /**
     * @param quota is told of each event once
     */
    Acknowledgements(Quota quota) {
        this.quota = quota;
    }

    /** The first answer after an event was done has left, or could not. */
    void first(String id, boolean left) {
        if (left) {
            quota.finish();
            return;
        }
        synchronized (missing) {
            missing.add(id);
        }
        CompletableFuture.delayedExecutor(REDELIVERY.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> again(id, true));
    }

    /** The answer to a copy of an event that was done before has left, or could not. */
    void again(String id, boolean left) {
        synchronized (missing) {
            if (!left || !missing.remove(id)) {
                return;
            }
        }
        quota.finish();
    }
}
