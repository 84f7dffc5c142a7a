package fbmsg.emulator.webhook;

import java.time.Duration;
import java.util.Optional;

/**
 * When a webhook that was not answered 200 is posted again: after 5, 10, 20 … 640 seconds, then every 900, for 24 hours
 * (documentation "Messages API Sandbox"; for other webhooks the same is assumed).
 *
 * @param scale what all times are multiplied by; but attempts never follow each other faster than ten a second, so that a
 *     listener which is a little late has its chance with any scale
 */
record RetrySchedule(double scale) {
    private static final long FIRST_SECONDS = 5;
    private static final int DOUBLINGS = 7;
    private static final long LAST_SECONDS = 900;
    private static final Duration LEAST = Duration.ofMillis(100);
    private static final long ALL_SECONDS = Duration.ofHours(24).toSeconds();

    /**
     * How long to wait after so many attempts that failed.
     *
     * @param attempts at least 1
     * @return empty: it is given up
     */
    Optional<Duration> afterAttempt(int attempts) {
        long waited = 0;
        for (int i = 1; i < attempts && waited <= ALL_SECONDS; i++) {
            waited += seconds(i);
        }
        long next = seconds(attempts);
        Duration wait = scaled(Duration.ofSeconds(next));
        return waited + next > ALL_SECONDS ? Optional.empty() : Optional.of(wait.compareTo(LEAST) < 0 ? LEAST : wait);
    }

    Duration scaled(Duration time) {
        return Duration.ofNanos((long) (time.toNanos() * scale));
    }

    private static long seconds(int attempt) {
        return attempt <= DOUBLINGS + 1 ? FIRST_SECONDS << (attempt - 1) : LAST_SECONDS;
    }
}
