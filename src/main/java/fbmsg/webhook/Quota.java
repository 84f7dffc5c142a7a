package fbmsg.webhook;

import java.time.Duration;
import java.util.Optional;

/**
 * How many events a run takes. A slot is taken before the sink and given back if it fails; the run is over when the
 * acknowledgement of the last one has left, when the sink is broken, or when time is up.
 */
public final class Quota {
    private final long count;
    private long free;
    private long open;
    private RuntimeException broken;
    private boolean stopped;

    public Quota(long count) {
        this.count = count;
        free = count;
        open = count;
    }

    /** Takes events until the run is told to end. */
    public static Quota endless() {
        return new Quota(Long.MAX_VALUE);
    }

    synchronized boolean take() {
        if (free == 0) {
            return false;
        }
        free--;
        return true;
    }

    synchronized void giveBack() {
        free += stopped ? 0 : 1;
    }

    /** An event is wholly done: the sink has it and its acknowledgement has left. */
    synchronized void finish() {
        open--;
        notifyAll();
    }

    /** Nothing more can be taken. */
    synchronized void breakOff(RuntimeException failure) {
        broken = failure;
        notifyAll();
    }

    /** Nothing more is taken: who waits for the end of the run waits no longer. */
    public synchronized void stop() {
        stopped = true;
        free = 0;
        notifyAll();
    }

    public synchronized boolean isStopped() {
        return stopped;
    }

    public synchronized boolean reached() {
        return open <= 0;
    }

    /** Whether any event is wholly done. */
    public synchronized boolean begun() {
        return open < count;
    }

    /**
     * Waits for the end of the run.
     *
     * @param most empty: for ever
     * @return whether the count was reached
     * @throws RuntimeException that broke the sink, usually a {@code Failure}
     */
    public synchronized boolean await(Optional<Duration> most) throws InterruptedException {
        long end = System.nanoTime() + most.map(Duration::toNanos).orElse(0L);
        while (open > 0 && broken == null && !stopped) {
            long left = most.isEmpty() ? 0 : (end - System.nanoTime()) / 1_000_000 + 1;
            if (most.isPresent() && end - System.nanoTime() <= 0) {
                break;
            }
            wait(left);
        }
        if (broken != null) {
            throw broken;
        }
        return open <= 0;
    }
}
