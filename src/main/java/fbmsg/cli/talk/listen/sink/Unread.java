package fbmsg.cli.talk.listen.sink;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Passes lines on, from many threads, to where each may have to wait as nobody reads. Few wait at once: what comes meanwhile is
 * left out and counted, since the rest of the program is worth more than a line on it.
 */
public final class Unread implements Consumer<String> {
    private static final int MOST_WAITING = 8;

    private final Consumer<String> told;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);
    private final AtomicLong leftOut = new AtomicLong();

    public Unread(Consumer<String> told) {
        this.told = told;
    }

    @Override
    public void accept(String line) {
        if (!waiting.tryAcquire()) {
            leftOut.incrementAndGet();
            return;
        }
        try {
            long missing = leftOut.getAndSet(0);
            told.accept(line);
            if (missing > 0) {
                told.accept(missing + " more lines were left out: standard error was not read");
            }
        } finally {
            waiting.release();
        }
    }
}
