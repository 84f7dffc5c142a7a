package fbmsg.emulator.world;

import fbmsg.http.Reply;
import fbmsg.json.Document;
import fbmsg.json.JsonText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * What happens, as it happens, to whoever looks on: server-sent events. Each onlooker first gets the whole state; whoever
 * reads too slowly gets it again. Safe for many threads.
 */
public final class Feed implements AutoCloseable {
    /** Onlookers at once: each keeps a thread. */
    private static final int MOST = 16;

    private static final int BACKLOG = 1_000;
    private static final long HEAVIEST_BACKLOG = 4L << 20;
    private static final long SECONDS_BETWEEN_SIGNS = 15;
    private static final String SIGN_OF_LIFE = ": still here\n\n";

    private final Supplier<Document> state;
    private final Set<Onlooker> onlookers = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Feed(Supplier<Document> state) {
        this.state = state;
    }

    /** A reply that goes on; empty: there are too many already. */
    public synchronized Optional<Reply> stream() {
        if (onlookers.size() >= MOST || closed) {
            return Optional.empty();
        }
        Onlooker onlooker = new Onlooker();
        onlookers.add(onlooker);
        return Optional.of(Reply.of(200)
                .header("Cache-Control", "no-store")
                .streamed("text/event-stream", onlooker::follow)
                .whenGone(left -> onlookers.remove(onlooker)));
    }

    /** Data is made only where somebody looks on. */
    void publish(String event, Supplier<Document> data) {
        if (onlookers.isEmpty()) {
            return;
        }
        String text = event(event, data.get());
        onlookers.forEach(onlooker -> onlooker.give(text));
    }

    /** Everything is different now. */
    void publishState() {
        onlookers.forEach(Onlooker::startAgain);
    }

    /** Ends all streams. */
    @Override
    public void close() {
        closed = true;
        publishState();
    }

    private static String event(String name, Document data) {
        return "event: " + name + "\ndata: " + JsonText.compact(data) + "\n\n";
    }

    private final class Onlooker {
        private final BlockingQueue<String> events = new ArrayBlockingQueue<>(BACKLOG);
        private final AtomicLong waiting = new AtomicLong();
        private final AtomicBoolean again = new AtomicBoolean(true);

        void give(String event) {
            if (waiting.addAndGet(event.length()) > HEAVIEST_BACKLOG || !events.offer(event)) {
                startAgain();
            }
        }

        /** Clears first: what comes afterwards is in the state, or behind it. The empty one wakes the thread that waits. */
        void startAgain() {
            events.clear();
            waiting.set(0);
            again.set(true);
            events.offer("");
        }

        private String next() throws InterruptedException {
            if (again.getAndSet(false)) {
                return event("snapshot", state.get());
            }
            String next = events.poll(SECONDS_BETWEEN_SIGNS, TimeUnit.SECONDS);
            if (next == null) {
                return SIGN_OF_LIFE;
            }
            waiting.addAndGet(-next.length());
            return next;
        }

        void follow(OutputStream out) throws IOException {
            try {
                while (!closed) {
                    out.write(next().getBytes(StandardCharsets.UTF_8));
                    out.flush();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // the listener ends
            } finally {
                onlookers.remove(this);
            }
        }
    }
}
