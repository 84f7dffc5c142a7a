package fbmsg.cli.talk.messenger;

import fbmsg.cli.Host;
import fbmsg.cli.Session;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Work that may be told to end from outside: nothing new is taken, what is on its way has a second. */
public final class Ending {
    private static final int GRACE_MILLIS = 1000;
    private static final int GLANCE_MILLIS = 20;

    private Ending() {}

    /**
     * @param stop has nothing new taken
     * @param inHand whether something is on its way
     * @param late is told where something is on its way still when the second is over
     */
    @SuppressWarnings("try") // the guard only has to stand
    public static <T> T guarded(
            Session session, Runnable stop, BooleanSupplier inHand, Runnable late, Supplier<T> work) {
        CountDownLatch ended = new CountDownLatch(1);
        try (Host.Guard guard = session.host().endings().onEnd(() -> {
            stop.run();
            if (!await(ended, inHand)) {
                late.run();
            }
        })) {
            return work.get();
        } finally {
            ended.countDown();
        }
    }

    private static boolean await(CountDownLatch ended, BooleanSupplier inHand) {
        try {
            boolean done = false;
            for (int waited = 0; !done && waited < GRACE_MILLIS; waited += GLANCE_MILLIS) {
                done = ended.await(GLANCE_MILLIS, TimeUnit.MILLISECONDS) || !inHand.getAsBoolean();
            }
            return done;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
