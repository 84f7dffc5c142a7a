package fbmsg.sending;

import fbmsg.Failure;
import fbmsg.api.Backoff;
import fbmsg.api.MessagesApi;
import fbmsg.api.Retries;
import fbmsg.message.OutboundMessage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Sends many messages over several connections at once, and gives out what became of each in the order of the lines: a
 * {@link LineReader} takes lines while there is room, {@link Sender}s send, whoever called gives out. The memory is that of
 * a few lines.
 */
public final class Batch {
    private final Plan plan;
    private final Lines lines;
    private final Optional<Journal> journal;
    private final Courier courier;
    private final Ending ending;
    private final BlockingQueue<Slot> order;

    /**
     * How a batch is sent.
     *
     * @param concurrency messages on their way at once
     * @param interval between two requests; zero: as fast as they go
     * @param timeout of one message's attempts
     * @param stopOnError whether the first line that fails is the last
     * @param resendDoubtful whether lines that left in an earlier run without an answer are sent after all
     */
    public record Plan(
            int concurrency, Duration interval, Duration timeout, boolean stopOnError, boolean resendDoubtful) {}

    /** Gets what became of the lines, in their order, on the caller's thread. */
    public interface Receiver {
        void result(LineResult result);

        /** Nothing new has come for a moment. */
        void idle();

        /** Whether a result is one that ends a batch which is to stop at the first error; asked on any thread. */
        boolean isFailure(LineResult result);
    }

    /**
     * How a batch ended.
     *
     * @param wholeInput whether all lines were read
     * @param failure on this side, that ended it
     */
    public record End(boolean wholeInput, Optional<Failure> failure) {}

    public Batch(
            Plan plan,
            Lines lines,
            Optional<Journal> journal,
            MessagesApi api,
            Backoff backoff,
            Retries.Watcher watcher) {
        this.plan = plan;
        this.lines = lines;
        this.journal = journal;
        Pace pace = new Pace(backoff.timer(), plan.interval());
        this.ending = new Ending(pace);
        this.courier = new Courier(api, plan.timeout(), backoff, pace, watcher);
        this.order = new ArrayBlockingQueue<>(Math.max(64, plan.concurrency() * 8));
    }

    /**
     * Sends them all, or until something ends it.
     *
     * @param decoder makes a message of a line's bytes
     * @throws Failure that the receiver threw, once what was on its way has ended
     */
    public End run(Function<byte[], OutboundMessage> decoder, Receiver receiver) {
        BlockingQueue<Slot> jobs = new LinkedBlockingQueue<>();
        LineReader reader = new LineReader(lines, decoder, journal, plan, ending, receiver, order, jobs);
        thread("batch reader", reader);
        for (int i = 0; i < plan.concurrency(); i++) {
            thread("batch sender", new Sender(jobs, courier, journal, plan.stopOnError(), ending, receiver));
        }
        Failure broken = null;
        for (Slot slot = next(receiver); slot != Slot.END; slot = next(receiver)) {
            try {
                receiver.result(slot.await(receiver));
            } catch (Failure e) {
                broken = broken == null ? e : broken;
                stop();
            }
        }
        if (broken != null) {
            throw broken;
        }
        return new End(reader.isExhausted(), ending.failure());
    }

    /** Nothing more leaves; what is on its way ends as it ends. */
    public void stop() {
        ending.stop();
    }

    private Slot next(Receiver receiver) {
        while (true) {
            try {
                Slot slot = order.poll(200, TimeUnit.MILLISECONDS);
                if (slot != null) {
                    return slot;
                }
            } catch (InterruptedException e) {
                stop();
            }
            if (ending.isStopped()) {
                Slot last = order.poll();
                return last == null ? Slot.END : last; // the reader may wait for input for ever
            }
            receiver.idle();
        }
    }

    private static void thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
