package fbmsg.http.server;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;

/**
 * Threads that answer: a few at once, more only where a request has waited for one, and none stays that has nothing to do. Who
 * answers quickly needs few, and each holds some 100 KiB of stack.
 */
final class Workers {
    private static final int FEW = 4;
    private static final long PATIENCE_NANOS = 25_000_000;
    private static final long IDLE_NANOS = 5_000_000_000L;

    private final int most;
    private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();
    private final Set<Thread> threads = new HashSet<>();
    private int free;

    /** Since when there are more tasks than free threads, if there are. */
    private long since;

    private boolean ended;

    Workers(int most) {
        this.most = most;
    }

    /** A class and not a lambda, as linking one costs start-up time. */
    private final class Worker extends Thread {
        Worker() {
            super("listener");
            setDaemon(true);
        }

        @Override
        public void run() {
            for (Runnable task = next(); task != null; task = next()) {
                task.run();
            }
        }
    }

    /**
     * @throws OutOfMemoryError if there is no thread for it, and none can be made
     */
    synchronized void run(Runnable task) {
        tasks.add(task);
        if (tasks.size() <= free) {
            notify();
            return;
        }
        if (tasks.size() == free + 1) {
            since = System.nanoTime();
        }
        if (threads.size() < Math.min(FEW, most)) {
            start(task);
        }
    }

    /**
     * Starts threads for tasks that have waited long enough for one to be free.
     *
     * @param wait nanoseconds
     * @return nanoseconds until it is to be called again, no more than given
     */
    synchronized long relieve(long wait) {
        int without = Math.min(tasks.size() - free, most - threads.size());
        if (without <= 0) {
            return wait; // the first that is free takes it
        }
        long left = since + PATIENCE_NANOS - System.nanoTime();
        if (left > 0) {
            return Math.min(left, wait);
        }
        for (int i = 0; i < without; i++) {
            start(tasks.peek());
        }
        return wait;
    }

    private void start(Runnable task) {
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

    private synchronized Runnable next() {
        Thread.interrupted(); // that was meant for the task before
        if (tasks.isEmpty()) {
            await();
        }
        Runnable task = tasks.poll();
        if (task == null) {
            threads.remove(Thread.currentThread());
        }
        return task;
    }

    private void await() {
        long end = System.nanoTime() + IDLE_NANOS;
        free++;
        try {
            for (long left = IDLE_NANOS; tasks.isEmpty() && !ended && left > 0; left = end - System.nanoTime()) {
                wait(1 + left / 1_000_000);
            }
        } catch (InterruptedException e) {
            // the listener closes: this one is not needed any more
        } finally {
            free--;
        }
    }

    /** Whether the current thread is one of them. */
    synchronized boolean isHere() {
        return threads.contains(Thread.currentThread());
    }

    synchronized void interrupt() {
        for (Thread thread : threads) {
            thread.interrupt();
        }
    }

    /** Whoever has nothing to do ends. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }
}
