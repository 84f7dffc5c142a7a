package fbmsg.webhook;

import java.time.Duration;
import java.util.Optional;

/**
 * How many events a run takes. A slot is taken before the sink and given back if it fails; the run is over when the
 * acknowledgement of the last one has left, when the sink is broken, or when time is up.
 */
public final class Quota {
    private int free;
    private int open;
    private RuntimeException broken;

    public Quota(int count) {
        free = count;
        open = count;
    }

    synchronized boolean take() {
        if (free == 0) {
            return false;
        }
        free--;
        return true;
    }

    synchronized void giveBack() {
        free++;
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

    public synchronized boolean reached() {
        return open <= 0;
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
        while (open > 0 && broken == null) {
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
