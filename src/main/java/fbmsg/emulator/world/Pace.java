package fbmsg.emulator.world;

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

    public int most() {
        return most;
    }

    /** Counts one more message, or says when there will be room again for it. */
    public synchronized Optional<Instant> take(Instant now) {
        while (!taken.isEmpty() && !taken.peekFirst().plus(in).isAfter(now)) {
            taken.removeFirst();
        }
        if (taken.size() < most) {
            taken.addLast(now);
            return Optional.empty();
        }
        return Optional.of(taken.peekFirst().plus(in));
    }

    synchronized void forget() {
        taken.clear();
    }
}
