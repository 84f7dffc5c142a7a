package fbmsg.emulator.webhook;

import fbmsg.Failure;
import fbmsg.http.Connection;
import fbmsg.http.Connections;
import fbmsg.http.Destination;
import fbmsg.http.NotSent;
import fbmsg.http.Reply;
import fbmsg.http.Unanswered;
import fbmsg.json.Document;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Posts webhooks, signed, and again on the documented schedule until they are answered 200: a listener that is started late
 * gets what it missed. Remembers what it has posted; when it is full the oldest is forgotten, delivered or not.
 */
public final class Courier implements AutoCloseable {
    /** Webhooks that are remembered. */
    public static final int MOST = 10_000;

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** Runs tasks later, on threads of its own; not after it was told to end. */
    @FunctionalInterface
    public interface Later {
        void run(Duration from, Runnable task);
    }

    private final WebhookSigner signer;
    private final Connections connections;
    private final Later later;
    private final Clock clock;
    private final RetrySchedule schedule;
    private final Deque<Delivery> deliveries = new ArrayDeque<>();
    private final Map<Destination, Connection> open = new HashMap<>();

    /**
     * @param timeScale what the times between attempts are multiplied by
     */
    public Courier(WebhookSigner signer, Connections connections, Later later, Clock clock, double timeScale) {
        this.signer = signer;
        this.connections = connections;
        this.later = later;
        this.clock = clock;
        this.schedule = new RetrySchedule(timeScale);
    }

    /**
     * Takes it on, and returns at once.
     *
     * @param from when it is posted first, before the scale
     */
    public void take(Delivery delivery, Duration from) {
        synchronized (deliveries) {
            if (deliveries.size() == MOST) {
                deliveries.removeFirst().end(Delivery.State.GIVEN_UP);
            }
            deliveries.addLast(delivery);
        }
        later.run(schedule.scaled(from), () -> attempt(delivery));
    }

    /** All that are remembered, the oldest first. */
    public List<Delivery> deliveries() {
        synchronized (deliveries) {
            return List.copyOf(deliveries);
        }
    }

    private void attempt(Delivery delivery) {
        Document outcome;
        boolean taken = false;
        try {
            Reply reply = connection(delivery.url().destination())
                    .exchange(signer.post(delivery.url().path(), delivery.body()));
            outcome = Document.of(reply.status());
            taken = reply.status() == 200;
        } catch (NotSent | Unanswered | Failure e) {
            outcome = Document.of(e.getMessage());
        }
        int attempts = delivery.add(new Delivery.Attempt(clock.instant(), outcome));
        if (taken) {
            delivery.end(Delivery.State.DELIVERED);
            return;
        }
        Optional<Duration> wait = schedule.afterAttempt(attempts);
        wait.ifPresentOrElse(
                time -> later.run(time, () -> attempt(delivery)), () -> delivery.end(Delivery.State.GIVEN_UP));
    }

    private Connection connection(Destination destination) {
        synchronized (open) {
            return open.computeIfAbsent(destination, to -> connections.open(to, PATIENCE, false));
        }
    }

    @Override
    public void close() {
        synchronized (open) {
            open.values().forEach(Connection::close);
            open.clear();
        }
    }
}
