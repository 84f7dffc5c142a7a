package fbmsg.sending;

import fbmsg.api.Timer;
import java.time.Duration;

/**
 * When the next request may leave, for all of a batch's connections together: evenly spaced, held back where the far side
 * is busy or cannot be reached, and not at all once the batch has stopped.
 */
public final class Pace {
    private static final Duration GLANCE = Duration.ofMillis(100);

    private final Timer timer;
    private final long interval;
    private long next;
    private long heldUntil;
    private long unreachableSince;
    private boolean unreachable;
    private volatile boolean stopped;

    /**
     * @param interval between two requests; zero: as fast as they go
     */
    public Pace(Timer timer, Duration interval) {
        this.timer = timer;
        this.interval = interval.toNanos();
        this.next = timer.nanos();
        this.heldUntil = next;
    }

    /**
     * Waits for this request's turn.
     *
     * @return false if the batch has stopped
     */
    boolean await() {
        long turn;
        synchronized (this) {
            turn = Math.max(next, timer.nanos());
            next = turn + interval;
        }
        while (!stopped) {
            long left;
            synchronized (this) {
                left = Math.max(turn, heldUntil) - timer.nanos();
            }
            if (left <= 0) {
                return true;
            }
            try {
                timer.pause(Duration.ofNanos(Math.min(left, GLANCE.toNanos())));
            } catch (InterruptedException e) {
                return false;
            }
        }
        return false;
    }

    synchronized void holdBack(Duration pause) {
        heldUntil = Math.max(heldUntil, timer.nanos() + pause.toNanos());
    }

    /** Whoever is there can be spoken to. */
    synchronized void reached() {
        unreachable = false;
    }

    /** How long nobody could be spoken to. */
    synchronized Duration unreachable() {
        if (!unreachable) {
            unreachable = true;
            unreachableSince = timer.nanos();
        }
        return Duration.ofNanos(timer.nanos() - unreachableSince);
    }

    /** Nothing more leaves. */
    public void stop() {
        stopped = true;
    }

    public boolean isStopped() {
        return stopped;
    }
}
