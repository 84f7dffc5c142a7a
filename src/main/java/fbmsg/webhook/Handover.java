package fbmsg.webhook;

import fbmsg.http.Reply;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
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

    private final Preparation preparation;
    private final Sink sink;
    private final Quota quota;
    private final Duration ackTimeout;
    private final Lanes lanes;
    private final boolean lanePerUser;
    private final Duplicates duplicates;
    private final Semaphore room = new Semaphore(MOST_IN_HAND);

    /** Nothing more can be done: what waits for its turn comes again. */
    private volatile boolean broken;

    /** Done, and not yet acknowledged: their senders were told 503, or did not wait. */
    private final Set<String> unacknowledged = new HashSet<>();

    /**
     * @param lanes run the sink
     * @param lanePerUser whether events of different users may be with the sink at once; else all come in one order
     */
    public Handover(
            Preparation preparation,
            Sink sink,
            Quota quota,
            Duration ackTimeout,
            Lanes lanes,
            boolean lanePerUser,
            Duplicates duplicates) {
        this.preparation = preparation;
        this.sink = sink;
        this.quota = quota;
        this.ackTimeout = ackTimeout;
        this.lanes = lanes;
        this.lanePerUser = lanePerUser;
        this.duplicates = duplicates;
    }

    Reply handOver(Received received) {
        String id = received.id();
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
            giveBack(id);
            return Desk.later("busy");
        }
        CompletableFuture<Sink.Taken> work = new CompletableFuture<>();
        try {
            Future<?> ready = preparation.begin(received);
            lanes.execute(lanePerUser ? received.user() : "", () -> work(id, received, ready, work));
        } catch (RejectedExecutionException e) {
            giveUp(id);
            return Desk.later("ending");
        }
        try {
            return work.get(ackTimeout.toMillis(), TimeUnit.MILLISECONDS) == Sink.Taken.DONE
                    ? Reply.of(200).whenGone(left -> firstAnswer(id, left))
                    : Desk.later("not taken");
        } catch (ExecutionException e) {
            return Desk.later("not taken").whenGone(left -> breakOff(e.getCause()));
        } catch (TimeoutException e) {
            work.whenComplete((taken, failed) -> late(id, taken, failed));
            return Desk.later("not done yet");
        } catch (InterruptedException e) {
            // the run ends; the mark is not set again, it would close the connection under the answer
            return Desk.later("ending");
        }
    }

    /** What is known of the event is settled before anybody is told: its redelivery may be there at once. */
    private void work(String id, Received received, Future<?> ready, CompletableFuture<Sink.Taken> work) {
        try {
            ready.get();
            Sink.Taken taken = broken ? Sink.Taken.LATER : sink.take(received);
            if (taken == Sink.Taken.DONE) {
                duplicates.done(id);
                room.release();
            } else {
                giveUp(id);
            }
            work.complete(taken);
        } catch (ExecutionException e) {
            broken = true;
            giveUp(id);
            work.completeExceptionally(e.getCause());
        } catch (InterruptedException e) {
            giveUp(id); // the run ends
            work.complete(Sink.Taken.LATER);
        } catch (RuntimeException | Error e) {
            broken = true;
            giveUp(id);
            work.completeExceptionally(e);
        }
    }

    private void giveUp(String id) {
        giveBack(id);
        room.release();
    }

    private void giveBack(String id) {
        duplicates.forget(id);
        quota.giveBack();
    }

    private void firstAnswer(String id, boolean left) {
        if (left) {
            quota.finish();
        } else {
            awaitRedelivery(id);
        }
    }

    private void late(String id, Sink.Taken taken, Throwable failed) {
        if (failed != null) {
            breakOff(failed);
        } else if (taken == Sink.Taken.DONE) {
            awaitRedelivery(id);
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
}
