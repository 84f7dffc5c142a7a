package fbmsg.webhook;

import fbmsg.http.Reply;
import fbmsg.message.Event;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Hands events to the sink, each once however often it is delivered, and answers when the sink has it: 200; or 503, so that
 * it is delivered again.
 *
 * <p>A sink that takes longer than the time for an answer works on: the redelivery finds the event done.
 */
public final class Handover {
    private static final int MOST_IN_HAND = 64;
    private static final Duration REDELIVERY = Duration.ofSeconds(30);

    private final Sink sink;
    private final Quota quota;
    private final Duration ackTimeout;
    private final Executor worker;
    private final Duplicates duplicates = new Duplicates();
    private final Semaphore room = new Semaphore(MOST_IN_HAND);

    /** Done, and not yet acknowledged: their senders were told 503, or did not wait. */
    private final Set<String> unacknowledged = new HashSet<>();

    /**
     * @param worker runs the sink; one task at a time, in order
     */
    public Handover(Sink sink, Quota quota, Duration ackTimeout, Executor worker) {
        this.sink = sink;
        this.quota = quota;
        this.ackTimeout = ackTimeout;
        this.worker = worker;
    }

    Reply handOver(Received received) {
        String id = id(received.event());
        return switch (duplicates.begin(id)) {
            case DONE -> Reply.of(200).whenGone(left -> acknowledged(id, left));
            case IN_HAND -> Desk.later("in hand");
            case TAKEN -> take(id, received);
        };
    }

    private Reply take(String id, Received received) {
        if (!quota.take()) {
            duplicates.forget(id);
            return Desk.later("no more are taken");
        }
        if (!room.tryAcquire()) {
            quota.giveBack();
            duplicates.forget(id);
            return Desk.later("busy");
        }
        CompletableFuture<Void> work = CompletableFuture.runAsync(() -> sink.take(received), worker)
                .whenComplete((nothing, e) -> settle(id, e));
        try {
            work.get(ackTimeout.toMillis(), TimeUnit.MILLISECONDS);
            return Reply.of(200).whenGone(left -> firstAnswer(id, left));
        } catch (ExecutionException e) {
            return Desk.later("not taken").whenGone(left -> breakOff(e.getCause()));
        } catch (TimeoutException e) {
            work.whenComplete((nothing, failed) -> late(id, failed));
            return Desk.later("not done yet");
        } catch (InterruptedException e) {
            // the run ends; the mark is not set again, it would close the connection under the answer
            return Desk.later("ending");
        }
    }

    private void settle(String id, Throwable failed) {
        room.release();
        if (failed == null) {
            duplicates.done(id);
        } else {
            duplicates.forget(id);
            quota.giveBack();
        }
    }

    private void firstAnswer(String id, boolean left) {
        if (left) {
            quota.finish();
        } else {
            awaitRedelivery(id);
        }
    }

    private void late(String id, Throwable failed) {
        if (failed == null) {
            awaitRedelivery(id);
        } else {
            breakOff(failed instanceof CompletionException ? failed.getCause() : failed);
        }
    }

    /** The run is not over before the sender knows, or has had the time to ask again. */
    private void awaitRedelivery(String id) {
        synchronized (unacknowledged) {
            unacknowledged.add(id);
        }
        CompletableFuture.delayedExecutor(REDELIVERY.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> acknowledged(id, true));
    }

    private void acknowledged(String id, boolean left) {
        synchronized (unacknowledged) {
            if (!left || !unacknowledged.remove(id)) {
                return;
            }
        }
        quota.finish();
    }

    private void breakOff(Throwable failed) {
        quota.breakOff(failed instanceof RuntimeException e ? e : new IllegalStateException(failed));
    }

    /** One message has one inbound event, and one event for each of its statuses. */
    private static String id(Event event) {
        return event.match(
                inbound -> inbound.id().value(), status -> status.id().value() + " " + status.status());
    }
}
