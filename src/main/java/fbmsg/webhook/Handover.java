package fbmsg.webhook;

import fbmsg.http.Reply;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Hands events to the sink in the order in which they came in, each once however often it is delivered, and answers when the
 * sink has it: 200; or 503, so that it is delivered again.
 *
 * <p>A sink that takes longer than the time for an answer works on: the redelivery finds the event done.
 */
public final class Handover {
    private static final int MOST_IN_HAND = 64;

    /** In the heap that a listener has, each may be there a few times over while it is written out. */
    private static final long MOST_BYTES_IN_HAND = 4 << 20;

    private final Preparation preparation;
    private final Sink sink;
    private final Quota quota;
    private final Duration ackTimeout;
    private final Lanes lanes;
    private final boolean lanePerUser;
    private final Duplicates duplicates;
    private final Acknowledgements acknowledgements;
    private final Room room = new Room(MOST_IN_HAND, MOST_BYTES_IN_HAND);

    /** Nothing more can be done: what waits for its turn comes again. */
    private volatile boolean broken;

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
        this.acknowledgements = new Acknowledgements(quota);
    }

    Reply handOver(Received received) {
        Delivery delivery = new Delivery(received);
        received.request().turn().take(delivery);
        try {
            return delivery.answer.get(ackTimeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            delivery.answer.thenAccept(answer -> answer.departure().done(false)); // its sender gets another one
            return Desk.later("not done yet");
        } catch (InterruptedException e) {
            // the run ends; the mark is not set again, it would close the connection under the answer
            return Desk.later("ending");
        }
    }

    /** One copy of an event, from its turn to its answer. */
    private final class Delivery implements Runnable {
        private final Received received;
        private final String id;
        private final CompletableFuture<Reply> answer = new CompletableFuture<>();
        private Future<?> ready;

        Delivery(Received received) {
            this.received = received;
            this.id = received.id();
        }

        /** In its turn. */
        @Override
        public void run() {
            try {
                switch (duplicates.begin(id)) {
                    case DONE -> answer.complete(Reply.of(200).whenGone(left -> acknowledgements.again(id, left)));
                    case IN_HAND -> answer.complete(Desk.later("in hand"));
                    case TAKEN -> take();
                }
            } catch (RuntimeException | Error e) {
                answer.completeExceptionally(e);
            }
        }

        private void take() {
            if (!quota.take()) {
                duplicates.forget(id);
                answer.complete(Desk.later("no more are taken"));
                return;
            }
            if (!room.enter(received.body().length)) {
                giveBack();
                answer.complete(Desk.later("busy"));
                return;
            }
            try {
                ready = preparation.begin(received);
                lanes.execute(lanePerUser ? received.user() : "", this::work);
            } catch (RejectedExecutionException e) {
                giveUp();
                answer.complete(Desk.later("ending"));
            } catch (RuntimeException | Error e) {
                giveUp();
                throw e;
            }
        }

        /** What is known of the event is settled before anybody is told: its redelivery may be there at once. */
        private void work() {
            try {
                ready.get();
                if (!broken && sink.take(received) == Sink.Taken.DONE) {
                    duplicates.done(id);
                    room.leave(received.body().length);
                    answer.complete(Reply.of(200).whenGone(left -> acknowledgements.first(id, left)));
                } else {
                    giveUp();
                    answer.complete(Desk.later("not taken"));
                }
            } catch (ExecutionException e) {
                breakOff(e.getCause());
            } catch (InterruptedException e) {
                giveUp(); // the run ends
                answer.complete(Desk.later("ending"));
            } catch (RuntimeException | Error e) {
                breakOff(e);
            }
        }

        /** The run ends after the answer. */
        private void breakOff(Throwable failed) {
            broken = true;
            giveUp();
            RuntimeException told = failed instanceof RuntimeException e ? e : new IllegalStateException(failed);
            answer.complete(Desk.later("not taken").whenGone(left -> quota.breakOff(told)));
        }

        private void giveUp() {
            giveBack();
            room.leave(received.body().length);
        }

        private void giveBack() {
            duplicates.forget(id);
            quota.giveBack();
        }
    }
}
