package fbmsg.sending;

import fbmsg.Failure;
import fbmsg.api.Backoff;
import fbmsg.api.MessagesApi;
import fbmsg.api.Outcome;
import fbmsg.api.Retries;
import fbmsg.message.InvalidMessage;
import fbmsg.message.OutboundMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Sends many messages over several connections at once, and gives out what became of each in the order of the lines. A
 * reader takes lines while there is room, workers send, whoever called gives out: the memory is that of a few lines.
 */
public final class Batch {
    private final Plan plan;
    private final Lines lines;
    private final Optional<Journal> journal;
    private final Pace pace;
    private final Courier courier;
    private final BlockingQueue<Slot> order;
    private final BlockingQueue<Slot> jobs = new LinkedBlockingQueue<>();
    private volatile Failure failure;
    private volatile boolean exhausted;

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

        /** Whether a result is one that ends a batch which is to stop at the first error. */
        boolean isFailure(LineResult result);
    }

    /** How a batch ended. */
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
        this.pace = new Pace(backoff.timer(), plan.interval());
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
        thread("batch reader", () -> readAll(decoder, receiver));
        for (int i = 0; i < plan.concurrency(); i++) {
            thread("batch sender", () -> sendAll(receiver));
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
        return new End(exhausted, Optional.ofNullable(failure));
    }

    /** Nothing more leaves; what is on its way ends as it ends. */
    public void stop() {
        pace.stop();
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
            if (pace.isStopped()) {
                Slot last = order.poll();
                return last == null ? Slot.END : last; // the reader may wait for input for ever
            }
            receiver.idle();
        }
    }

    private void readAll(Function<byte[], OutboundMessage> decoder, Receiver receiver) {
        try {
            Optional<Line> line = lines.next();
            for (; line.isPresent() && !pace.isStopped(); line = lines.next()) {
                if (!line.get().isBlank()) {
                    put(slot(line.get(), decoder), receiver);
                }
            }
            exhausted = line.isEmpty();
        } catch (IOException e) {
            fail(Failure.missing("the batch cannot be read: " + e.getMessage(), "check the file or pipe"));
        } catch (Failure e) {
            fail(e);
        } catch (InterruptedException e) {
            stop();
        } finally {
            end();
        }
    }

    private Slot slot(Line line, Function<byte[], OutboundMessage> decoder) {
        OutboundMessage message;
        try {
            if (Lines.isTooLong(line)) {
                throw new InvalidMessage("it is longer than 1 MiB", "a message is far shorter");
            }
            message = decoder.apply(line.bytes());
        } catch (InvalidMessage e) {
            return Slot.done(new LineResult.Malformed(line.number(), e.getMessage()));
        }
        Journal.Before before = journal.isPresent() ? journal.get().before(line) : Journal.Before.NOTHING;
        if (before.known() == Journal.Known.ACCEPTED) {
            return Slot.done(new LineResult.Before(
                    line.number(), message.to(), before.id().orElseThrow()));
        }
        if (before.known() == Journal.Known.DOUBTFUL && !plan.resendDoubtful()) {
            return Slot.done(new LineResult.Doubtful(line.number(), message.to()));
        }
        return Slot.toSend(line, message);
    }

    private void put(Slot slot, Receiver receiver) throws InterruptedException {
        stopAfter(slot, receiver);
        order.put(slot);
        if (slot.isToSend()) {
            jobs.put(slot);
        }
    }

    /** One end for whoever gives out, and one for each sender. */
    private void end() {
        for (int i = 0; i < plan.concurrency(); i++) {
            jobs.add(Slot.END);
        }
        try {
            order.put(Slot.END);
        } catch (InterruptedException e) {
            stop();
        }
    }

    private void sendAll(Receiver receiver) {
        try {
            for (Slot slot = jobs.take(); slot != Slot.END; slot = jobs.take()) {
                try {
                    slot.complete(send(slot));
                } catch (RuntimeException | Error e) {
                    stop();
                    slot.broke(e);
                }
                stopAfter(slot, receiver);
            }
        } catch (InterruptedException e) {
            stop();
        }
    }

    private LineResult send(Slot slot) {
        Line line = slot.line();
        LineResult unsent = new LineResult.Unsent(line.number());
        Optional<Outcome> sent;
        try {
            sent = pace.isStopped() ? Optional.empty() : courier.send(slot.message(), () -> leaving(line));
        } catch (Failure e) {
            fail(e);
            return unsent;
        }
        if (sent.isEmpty()) {
            return unsent;
        }
        if (courier.endsAll(sent.get())) {
            stop();
        }
        try {
            journal.ifPresent(j -> j.ended(line, sent.get()));
        } catch (Failure e) {
            fail(e);
        }
        return new LineResult.Sent(line.number(), slot.message().to(), sent.get());
    }

    private void leaving(Line line) {
        journal.ifPresent(j -> j.leaving(line));
    }

    private void stopAfter(Slot slot, Receiver receiver) {
        if (plan.stopOnError() && slot.isFailure(receiver)) {
            stop();
        }
    }

    private void fail(Failure e) {
        if (failure == null) {
            failure = e;
        }
        stop();
    }

    private static void thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
