package fbmsg.emulator.webhook;

import fbmsg.Failure;
import fbmsg.http.Connections;
import fbmsg.http.Exchange;
import fbmsg.http.NotSent;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.http.Unanswered;
import fbmsg.json.Document;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Posts webhooks, signed, and again on the documented schedule until they are answered 200: a listener that is started late
 * gets what it missed. Remembers what it has posted; when it is full the oldest is forgotten, and not posted any more.
 */
public final class Courier implements AutoCloseable {
    /** Runs short tasks later, on a thread of its own; not after it was told to end. */
    @FunctionalInterface
    public interface Later {
        void run(Duration from, Runnable task);
    }

    private final Lanes lanes;
    private final Later later;
    private final RetrySchedule schedule;
    private final Deliveries deliveries = new Deliveries();
    private final Due due = new Due();
    private Clock clock = Clock.systemUTC();
    private Consumer<Attempted> watcher = attempted -> {};

    /**
     * @param posts runs what may take long: a far side that does not answer must not stop the time
     * @param timeScale what all waiting is multiplied by
     */
    public Courier(Connections connections, Later later, Executor posts, double timeScale) {
        this.lanes = new Lanes(connections, posts);
        this.later = later;
        this.schedule = new RetrySchedule(timeScale);
    }

    /** One that goes nowhere. */
    public static Courier idle() {
        return new Courier(
                (to, patience, offline) -> {
                    throw new IllegalStateException("this courier goes nowhere");
                },
                (from, task) -> {},
                task -> {},
                1);
    }

    /**
     * From now on.
     *
     * @param times of the attempts
     * @param told of each of them
     */
    public void report(Clock times, Consumer<Attempted> told) {
        this.clock = times;
        this.watcher = told;
    }

    /** Runs a short task, after a time that is not scaled yet. */
    public void later(Duration unscaled, Runnable task) {
        later.run(schedule.scaled(unscaled), task);
    }

    /** Runs a task that has to do with a far side, when it is its turn there. */
    public void visit(CallbackUrl there, Consumer<Exchange> task) {
        lanes.run(there.destination(), task);
    }

    /** Waits a little while more is due than can be kept for long: what had no room would never be posted. */
    public void awaitRoom() {
        due.awaitRoom();
    }

    /**
     * Takes it on, and returns at once.
     *
     * @param before is tried at least once before this one is; not kept, or the last one would keep all before it
     * @param from when it is posted first, before the scale
     */
    public void take(Delivery delivery, Optional<Delivery> before, Duration from) {
        deliveries.add(delivery);
        due.add(delivery);
        for (Optional<Delivery> one = deliveries.tooMuch(); one.isPresent(); one = deliveries.tooMuch()) {
            one.get().end(Delivery.State.GIVEN_UP);
            one.get().wake();
        }
        Runnable first = () -> post(delivery);
        later(from, before.<Runnable>map(one -> () -> one.whenTried(first)).orElse(first));
    }

    /** All that are remembered, the oldest first. */
    public List<Delivery> deliveries() {
        return deliveries.all();
    }

    /** Forgets all; what waits is not posted any more. */
    public void forget() {
        List<Delivery> forgotten = deliveries.clear();
        forgotten.forEach(delivery -> delivery.end(Delivery.State.GIVEN_UP));
        forgotten.forEach(Delivery::wake);
        lanes.closeIdle();
    }

    private void post(Delivery delivery) {
        if (delivery.isOver()) {
            return;
        }
        try {
            CallbackUrl url = CallbackUrl.of(delivery.webhook().url());
            visit(url, way -> attempt(delivery, delivery.request(url), way));
        } catch (Failure e) {
            conclude(delivery, Optional.empty(), Optional.empty(), Optional.of(e), false);
        }
    }

    private void attempt(Delivery delivery, Request request, Exchange way) {
        if (delivery.isOver()) {
            return;
        }
        try {
            Reply reply = way.exchange(request);
            conclude(delivery, Optional.of(request), Optional.of(reply), Optional.empty(), reply.status() != 200);
        } catch (NotSent | Unanswered e) {
            conclude(delivery, Optional.of(request), Optional.empty(), Optional.of(e), true);
        } catch (Failure e) {
            conclude(delivery, Optional.of(request), Optional.empty(), Optional.of(e), false);
        }
    }

    private void conclude(
            Delivery delivery,
            Optional<Request> request,
            Optional<Reply> reply,
            Optional<Exception> failure,
            boolean again) {
        Optional<String> why = failure.map(Exception::getMessage);
        Document outcome = reply.map(answer -> Document.of(answer.status())).orElse(Document.of(why.orElse("")));
        int attempts = delivery.add(new Delivery.Attempt(clock.instant(), outcome));
        Optional<Duration> next = again ? schedule.afterAttempt(attempts) : Optional.empty();
        watcher.accept(new Attempted(delivery.webhook(), request, reply, why, attempts, next));
        if (next.isPresent()) {
            later.run(next.get(), () -> post(delivery));
        } else {
            boolean taken = reply.filter(answer -> answer.status() == 200).isPresent();
            delivery.end(taken ? Delivery.State.DELIVERED : Delivery.State.GIVEN_UP);
        }
        // last, so that all is told before another one comes
        delivery.wake();
    }

    @Override
    public void close() {
        lanes.close();
    }
}
