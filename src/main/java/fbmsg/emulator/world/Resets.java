package fbmsg.emulator.world;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** Keeps a reset from coming into the middle of something: it comes before or after. */
final class Resets {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    /** Does what must not be cut in two, and must not wait for anybody. */
    <T> T undisturbed(Supplier<T> work) {
        lock.readLock().lock();
        try {
            return work.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    void undisturbed(Runnable work) {
        undisturbed(() -> {
            work.run();
            return true;
        });
    }

    /** The reset itself. */
    void alone(Runnable reset) {
        lock.writeLock().lock();
        try {
            reset.run();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
