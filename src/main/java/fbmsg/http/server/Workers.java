package fbmsg.http.server;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that answer: a few at once, more only where a request has waited for one, and none stays that has nothing to do. Who
 * answers quickly needs few, and each holds some 100 KiB of stack.
 */
final class Workers {
    private static final int FEW = 4;
    private static final long PATIENCE_NANOS = 25_000_000;
    private static final long IDLE_NANOS = 5_000_000_000L;

    private final int most;
    private final Set<Worker> threads = new HashSet<>();

    /** The one that was busy last first: whoever is not needed for long ends. */
    private final ArrayDeque<Worker> free = new ArrayDeque<>();

    /** There are some only while no thread is free. */
    private final ArrayDeque<Waiting> tasks = new ArrayDeque<>();

    /** When threads were last started for those that waited. */
    private long relieved;

    private boolean ended;

    private record Waiting(Runnable task, long since) {}

    Workers(int most) {
        this.most = most;
        this.relieved = System.nanoTime() - PATIENCE_NANOS;
    }

    /** A class and not a lambda, as linking one costs start-up time. */
    private final class Worker extends Thread {
        private Runnable task;

        Worker() {
            super("listener");
            setDaemon(true);
        }

        @Override
        public void run() {
            for (Runnable next = next(this); next != null; next = next(this)) {
                next.run();
            }
        }
    }

    /**
     * @throws OutOfMemoryError if there is no thread for it, and none can be made
     */
    synchronized void run(Runnable task) {
        Worker last = free.pollFirst();
        if (last != null) {
            last.task = task;
            LockSupport.unpark(last);
            return;
        }
        Waiting waiting = new Waiting(task, System.nanoTime());
        tasks.add(waiting);
        if (threads.size() < Math.min(FEW, most)) {
            start(waiting);
        }
    }

    /**
     * Starts threads for tasks if one has waited long enough for a thread to be free: as many more as there are, so that a
     * moment in which the machine was busy elsewhere makes few.
     *
     * @param wait nanoseconds
     * @return nanoseconds until it is to be called again, no more than given
     */
    synchronized long relieve(long wait) {
        int wanted = Math.min(tasks.size(), most - threads.size());
        if (wanted <= 0) {
            return wait; // the first that is free takes it
        }
        long now = System.nanoTime();
        long left = PATIENCE_NANOS - Math.min(now - tasks.peek().since, now - relieved);
        if (left > 0) {
            return Math.min(left, wait);
        }
        for (int i = Math.min(wanted, threads.size()); i > 0; i--) {
            start(tasks.peek());
        }
        relieved = now;
        return Math.min(PATIENCE_NANOS, wait);
    }

    private void start(Waiting task) {
        Worker worker = new Worker();
        try {
            worker.start();
            threads.add(worker);
        } catch (OutOfMemoryError e) {
            if (threads.isEmpty()) {
                tasks.remove(task);
                throw e;
            }
        }
    }

    /** Null if there is nothing to do for so long that the thread may end. */
    private Runnable next(Worker worker) {
        Thread.interrupted(); // that was meant for the task before
        synchronized (this) {
            Waiting waiting = tasks.poll();
            if (waiting != null) {
                return waiting.task;
            }
            free.addFirst(worker);
        }
        long end = System.nanoTime() + IDLE_NANOS;
        while (true) {
            long left = end - System.nanoTime();
            LockSupport.parkNanos(this, left);
            synchronized (this) {
                if (worker.task != null) {
                    Runnable given = worker.task;
                    worker.task = null;
                    return given;
                }
                if (ended || left <= 0 || worker.isInterrupted()) {
                    free.remove(worker);
                    threads.remove(worker);
                    return null;
                }
            }
        }
    }

    /** Whether the current thread is one of them. */
    synchronized boolean isHere() {
        return Thread.currentThread() instanceof Worker worker && threads.contains(worker);
    }

    synchronized void interrupt() {
        for (Worker worker : threads) {
            worker.interrupt();
        }
    }

    /** Whoever has nothing to do ends. */
    synchronized void end() {
        ended = true;
        for (Worker worker : free) {
            LockSupport.unpark(worker);
        }
    }
}
