package fbmsg.emulator.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The time in the emulated world: another clock's, and as much ahead of it as it was moved. Safe for many threads. */
public final class MovedClock extends Clock {
    /** So far it may be ahead: beyond, times would leave what their forms can hold. */
    private static final Duration FARTHEST = Duration.ofDays(100 * 365);

    private final Clock real;
    private Duration ahead = Duration.ZERO;

    MovedClock(Clock real) {
        this.real = real;
    }

    /** False: that would be too far. */
    public synchronized boolean advance(Duration by) {
        Duration moved = ahead.plus(by);
        boolean possible = moved.compareTo(FARTHEST) <= 0;
        ahead = possible ? moved : ahead;
        return possible;
    }

    synchronized void restore() {
        ahead = Duration.ZERO;
    }

    @Override
    public synchronized Instant instant() {
        return real.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new MovedClock(real.withZone(zone));
    }
}
