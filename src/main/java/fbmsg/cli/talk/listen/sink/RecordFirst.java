package fbmsg.cli.talk.listen.sink;

import fbmsg.cli.Session;
import fbmsg.recording.Recorder;
import fbmsg.webhook.Preparation;
import fbmsg.webhook.Received;
import fbmsg.webhook.Recent;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Has each event's webhook recorded before its sink gets it. Several at once: each waits for the disk, and one after the other
 * there would be few a second.
 */
final class RecordFirst implements Preparation, AutoCloseable {
    private static final int AT_ONCE = 16;

    private final Session session;
    private final Recorder recorder;
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, RecordFirst::daemon);

    /** Events that are recorded and come again: their redelivery is not recorded once more. */
    private final Map<String, Boolean> recorded = new Recent<>(1000);

    RecordFirst(Session session, String folder, boolean keepSecrets) {
        this.session = session;
        this.recorder = Recorder.open(session.paths().resolve(folder), keepSecrets);
    }

    @Override
    public Future<?> begin(Received received) {
        synchronized (recorded) {
            if (recorded.containsKey(received.id())) {
                return CompletableFuture.completedFuture(null);
            }
        }
        Recorder.Arrival arrival = recorder.arrival(session.host().clock().instant());
        return threads.submit(() -> {
            recorder.keep(received.request(), arrival);
            synchronized (recorded) {
                recorded.put(received.id(), true);
            }
        });
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "recorder");
        thread.setDaemon(true);
        return thread;
    }
}
