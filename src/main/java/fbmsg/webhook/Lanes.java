package fbmsg.webhook;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** Runs tasks, so many at once; those of one lane one after the other, in the order in which they came. */
public final class Lanes implements AutoCloseable {
    /** Longer than a command that is told to end may take to do so. */
    private static final Duration LAST_MOMENT = Duration.ofMillis(1800);

    private final ExecutorService threads;

    /** What waits behind the task of a lane that is queued or running; no entry where there is none. */
    private final Map<String, Queue<Runnable>> waiting = new HashMap<>();

    /**
     * @param jobs tasks at once
     */
    public Lanes(int jobs) {
        threads = Executors.newFixedThreadPool(jobs, Lanes::daemon);
    }

    /**
     * @throws RejectedExecutionException after {@link #close}
     */
    void execute(String lane, Runnable task) {
        synchronized (waiting) {
            Queue<Runnable> behind = waiting.get(lane);
            if (behind != null) {
                behind.add(task);
                return;
            }
            waiting.put(lane, new ArrayDeque<>());
        }
        try {
            submit(lane, task);
        } catch (RuntimeException | Error e) {
            next(lane); // no thread for this one: that must not keep those behind it
            throw e;
        }
    }

    private void submit(String lane, Runnable task) {
        threads.execute(() -> {
            try {
                task.run();
            } finally {
                next(lane);
            }
        });
    }

    private void next(String lane) {
        Runnable task;
        synchronized (waiting) {
            task = waiting.get(lane).poll();
            if (task == null) {
                waiting.remove(lane);
                return;
            }
        }
        try {
            submit(lane, task);
        } catch (RejectedExecutionException e) {
            // closed: whoever waits for it is told that the run ends
        }
    }

    /** Interrupts what is running, and waits until it has ended, for a moment; what is waiting is never run. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            threads.awaitTermination(LAST_MOMENT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "sink");
        thread.setDaemon(true);
        return thread;
    }
}
