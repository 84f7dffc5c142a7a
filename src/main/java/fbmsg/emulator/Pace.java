package fbmsg.emulator;

import fbmsg.emulator.rules.Problem;
import fbmsg.http.Reply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** How many messages the account may send in a time, as the sandbox has one a second. Safe for many threads. */
public final class Pace {
    private final int most;
    private final Duration in;
    private final Deque<Instant> taken = new ArrayDeque<>();

    /**
     * @param most messages
     * @param in any stretch of this length
     */
    public Pace(int most, Duration in) {
        this.most = most;
        this.in = in;
    }

    /** Counts one more message, or gives the answer that it gets because it is one too many. */
    synchronized Optional<Reply> take(Clock clock, String requestId) {
        Instant now = clock.instant();
        while (!taken.isEmpty() && !taken.peekFirst().plus(in).isAfter(now)) {
            taken.removeFirst();
        }
        if (taken.size() < most) {
            taken.addLast(now);
            return Optional.empty();
        }
        return Optional.of(tooMany(most, now, taken.peekFirst().plus(in), requestId));
    }

    /** The limit's time is in milliseconds, as in the description's example, though its text says a Unix timestamp. */
    static Reply tooMany(int most, Instant now, Instant free, String requestId) {
        long seconds = Math.max(1, (Duration.between(now, free).toMillis() + 999) / 1000);
        return Problem.rateLimit()
                .reply(requestId)
                .header("Retry-After", String.valueOf(seconds))
                .header("X-RateLimit-Limit", String.valueOf(most))
                .header("X-RateLimit-Remaining", "0")
                .header("X-RateLimit-Reset", String.valueOf(free.toEpochMilli()));
    }
}
