package fbmsg.cli.talk;

import fbmsg.cli.Host;
import fbmsg.cli.Session;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Work that may be told to end from outside: nothing new is taken, what is on its way has a second. */
final class Ending {
    private static final long GRACE_MILLIS = 1000;

    private Ending() {}

    /**
     * @param stop has nothing new taken
     * @param late is told where something is on its way still when the second is over
     */
    @SuppressWarnings("try") // the guard only has to stand
    static <T> T guarded(Session session, Runnable stop, Runnable late, Supplier<T> work) {
        CountDownLatch ended = new CountDownLatch(1);
        try (Host.Guard guard = session.host().endings().onEnd(() -> {
            stop.run();
            if (!await(ended)) {
                late.run();
            }
        })) {
            return work.get();
        } finally {
            ended.countDown();
        }
    }

    private static boolean await(CountDownLatch ended) {
        try {
            return ended.await(GRACE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
