package fbmsg.emulator.webhook;

import fbmsg.Failure;
import fbmsg.http.Connection;
import fbmsg.http.Connections;
import fbmsg.http.Destination;
import fbmsg.http.Headers;
import fbmsg.http.NotSent;
import fbmsg.http.Reply;
import fbmsg.http.Request;
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
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Posts webhooks, signed, and again on the documented schedule until they are answered 200: a listener that is started late
 * gets what it missed. Remembers what it has posted; when it is full the oldest is forgotten, and not posted any more.
 */
public final class Courier implements AutoCloseable {
    /** Webhooks that are remembered. */
    static final int MOST = 10_000;

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** Runs short tasks later, on threads of its own; not after it was told to end. */
    @FunctionalInterface
    public interface Later {
        void run(Duration from, Runnable task);
    }

    private final Connections connections;
    private final Later later;
    private final Executor posts;
    private final Clock clock;
    private final RetrySchedule schedule;
    private final Deque<Delivery> deliveries = new ArrayDeque<>();
    private final Map<Destination, Connection> open = new HashMap<>();
    private Consumer<Attempted> watcher = attempted -> {};

    /**
     * @param posts runs what may take long: a far side that does not answer must not stop the time
     * @param clock for the times of attempts
     * @param timeScale what all waiting is multiplied by
     */
    public Courier(Connections connections, Later later, Executor posts, Clock clock, double timeScale) {
        this.connections = connections;
        this.later = later;
        this.posts = posts;
        this.clock = clock;
        this.schedule = new RetrySchedule(timeScale);
    }

    /** One that goes nowhere. */
    public static Courier idle(Clock clock) {
        return new Courier(
                (to, patience, offline) -> {
                    throw new IllegalStateException("this courier goes nowhere");
                },
                (from, task) -> {},
                task -> {},
                clock,
                1);
    }

    /** Has every attempt told, from now on. */
    public void watch(Consumer<Attempted> told) {
        this.watcher = told;
    }

    /** Runs a short task, after a time that is not scaled yet. */
    public void later(Duration unscaled, Runnable task) {
        later.run(schedule.scaled(unscaled), task);
    }

    /** Runs a task that may take long. */
    public void aside(Runnable task) {
        posts.execute(task);
    }

    /**
     * Takes it on, and returns at once.
     *
     * @param from when it is posted first, before the scale
     */
    public void take(Delivery delivery, Duration from) {
        Optional<Delivery> forgotten = Optional.empty();
        synchronized (deliveries) {
            if (deliveries.size() == MOST) {
                forgotten = Optional.of(deliveries.removeFirst());
            }
            deliveries.addLast(delivery);
        }
        forgotten.ifPresent(Courier::giveUp);
        Runnable first = () -> aside(() -> attempt(delivery));
        later(
                from,
                delivery.before()
                        .<Runnable>map(before -> () -> before.whenTried(first))
                        .orElse(first));
    }

    /** All that are remembered, the oldest first. */
    public List<Delivery> deliveries() {
        synchronized (deliveries) {
            return List.copyOf(deliveries);
        }
    }

    /** Forgets all; what waits is not posted any more. */
    public void forget() {
        List<Delivery> forgotten;
        synchronized (deliveries) {
            forgotten = List.copyOf(deliveries);
            deliveries.clear();
        }
        forgotten.forEach(Courier::giveUp);
    }

    private static void giveUp(Delivery delivery) {
        delivery.end(Delivery.State.GIVEN_UP);
        delivery.wake();
    }

    /**
     * Asks for something by the way.
     *
     * @throws Failure if the URL is none that may be asked
     */
    public Reply ask(String method, CallbackUrl url) throws NotSent, Unanswered {
        return connection(url.destination()).exchange(new Request(method, url.path(), Headers.NONE, new byte[0]));
    }

    private void attempt(Delivery delivery) {
        if (delivery.isOver()) {
            return;
        }
        Optional<Request> request = Optional.empty();
        Optional<Reply> answer = Optional.empty();
        Optional<String> failure = Optional.empty();
        try {
            CallbackUrl url = CallbackUrl.of(delivery.webhook().url());
            request = Optional.of(delivery.webhook().request(url));
            answer = Optional.of(connection(url.destination()).exchange(request.get()));
        } catch (NotSent | Unanswered | Failure e) {
            failure = Optional.of(e.getMessage());
        }
        boolean taken = answer.filter(reply -> reply.status() == 200).isPresent();
        Document outcome = answer.map(reply -> Document.of(reply.status())).orElse(Document.of(failure.orElse("")));
        int attempts = delivery.add(new Delivery.Attempt(clock.instant(), outcome));
        Optional<Duration> next = taken ? Optional.empty() : schedule.afterAttempt(attempts);
        watcher.accept(new Attempted(delivery.webhook(), request, answer, failure, attempts, next));
        if (next.isPresent()) {
            later.run(next.get(), () -> aside(() -> attempt(delivery)));
        } else {
            delivery.end(taken ? Delivery.State.DELIVERED : Delivery.State.GIVEN_UP);
        }
        // last, so that all is told before another one comes
        delivery.wake();
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
