package fbmsg.emulator.webhook;

import fbmsg.http.Connection;
import fbmsg.http.Connections;
import fbmsg.http.Destination;
import fbmsg.http.Exchange;
import fbmsg.http.NotSent;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.http.Unanswered;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The ways to far sides. Each takes a few exchanges at once, so that one far side which does not answer holds up no other;
 * and has one connection, which is kept while the way is used, or there are not many. Safe for many threads.
 */
final class Lanes implements AutoCloseable {
    /** Exchanges with one far side. */
    private static final int AT_ONCE = 4;

    /** Ways that are kept though nobody uses them. */
    private static final int KEPT = 16;

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Connections connections;
    private final Executor threads;
    private final Map<Destination, Lane> lanes = new LinkedHashMap<>();

    Lanes(Connections connections, Executor threads) {
        this.connections = connections;
        this.threads = threads;
    }

    /** Runs a task that has exchanges with a far side, when it is its turn there. */
    synchronized void run(Destination to, Consumer<Exchange> task) {
        Lane lane = lanes.computeIfAbsent(to, Lane::new);
        lane.waiting.add(task);
        start(lane);
    }

    private void start(Lane lane) {
        while (lane.running < AT_ONCE && !lane.waiting.isEmpty()) {
            Consumer<Exchange> task = lane.waiting.remove();
            lane.running++;
            threads.execute(() -> {
                try {
                    task.accept(lane);
                } finally {
                    finished(lane);
                }
            });
        }
    }

    private synchronized void finished(Lane lane) {
        lane.running--;
        start(lane);
        if (lane.running == 0 && lanes.size() > KEPT) {
            lanes.remove(lane.to);
            lane.close();
        }
    }

    /** Those that nobody uses. */
    synchronized void closeIdle() {
        lanes.values().removeIf(lane -> {
            boolean idle = lane.running == 0;
            if (idle) {
                lane.close();
            }
            return idle;
        });
    }

    @Override
    public synchronized void close() {
        lanes.values().forEach(Lane::close);
        lanes.clear();
    }

    /** One of them; connected when it is first used. */
    private final class Lane implements Exchange {
        private final Destination to;
        private final Deque<Consumer<Exchange>> waiting = new ArrayDeque<>();
        private int running;
        private Optional<Connection> connection = Optional.empty();

        Lane(Destination to) {
            this.to = to;
        }

        @Override
        public Reply exchange(Request request) throws NotSent, Unanswered {
            return connection().exchange(request);
        }

        private synchronized Connection connection() {
            if (connection.isEmpty()) {
                connection = Optional.of(connections.open(to, PATIENCE, false));
            }
            return connection.get();
        }

        synchronized void close() {
            connection.ifPresent(Connection::close);
            connection = Optional.empty();
        }
    }
}
