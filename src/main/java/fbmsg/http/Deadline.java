package fbmsg.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Leaves whoever asks and does not read: else a few of those would keep all threads for ever. The thread that writes is
 * interrupted, which closes the channel that it writes to; closing the exchange from another thread would wait for it.
 */
final class Deadline {
    /** So much is taken in by the far side's system without anybody who reads. */
    private static final int SURE_TO_FIT = 16 << 10;

    private final Duration patience;
    private ScheduledThreadPoolExecutor timer;

    Deadline(Duration patience) {
        this.patience = patience;
    }

    /** A stream to the same place, each write of which has its time. */
    OutputStream over(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                inTime(() -> out.write(bytes, from, length));
            }

            @Override
            public void flush() throws IOException {
                inTime(out::flush);
            }
        };
    }

    /** Whether a body of that length needs one. */
    static boolean isNeeded(int length) {
        return length > SURE_TO_FIT;
    }

    private interface Writing {
        void run() throws IOException;
    }

    private void inTime(Writing writing) throws IOException {
        Thread writer = Thread.currentThread();
        Future<?> end = timer().schedule(writer::interrupt, patience.toMillis(), TimeUnit.MILLISECONDS);
        try {
            writing.run();
        } finally {
            if (!end.cancel(false)) {
                Thread.interrupted(); // it was meant for this write alone
            }
        }
    }

    private synchronized ScheduledThreadPoolExecutor timer() {
        if (timer == null) {
            timer = new ScheduledThreadPoolExecutor(1, task -> {
                Thread thread = new Thread(task, "deadlines");
                thread.setDaemon(true);
                return thread;
            });
            timer.setRemoveOnCancelPolicy(true);
            timer.setKeepAliveTime(5, TimeUnit.SECONDS);
            timer.allowCoreThreadTimeOut(true);
        }
        return timer;
    }
}
