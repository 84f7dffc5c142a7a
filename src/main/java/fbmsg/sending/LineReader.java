package fbmsg.sending;

import fbmsg.Failure;
import fbmsg.message.InvalidMessage;
import fbmsg.message.OutboundMessage;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;

/** Takes lines while there is room for what becomes of them, and gives those that are to be sent to the senders. */
final class LineReader implements Runnable {
    private final Lines lines;
    private final Function<byte[], OutboundMessage> decoder;
    private final Optional<Journal> journal;
    private final Batch.Plan plan;
    private final Ending ending;
    private final Batch.Receiver receiver;
    private final BlockingQueue<Slot> order;
    private final BlockingQueue<Slot> jobs;
    private volatile boolean exhausted;

    /**
     * @param order of all lines, bounded
     * @param jobs those that are to be sent
     */
    LineReader(
            Lines lines,
            Function<byte[], OutboundMessage> decoder,
            Optional<Journal> journal,
            Batch.Plan plan,
            Ending ending,
            Batch.Receiver receiver,
            BlockingQueue<Slot> order,
            BlockingQueue<Slot> jobs) {
        this.lines = lines;
        this.decoder = decoder;
        this.journal = journal;
        this.plan = plan;
        this.ending = ending;
        this.receiver = receiver;
        this.order = order;
        this.jobs = jobs;
    }

    /** Whether it came to the end of the input. */
    boolean isExhausted() {
        return exhausted;
    }

    @Override
    public void run() {
        try {
            Optional<Line> line = lines.next();
            for (; line.isPresent() && !ending.isStopped(); line = lines.next()) {
                if (!line.get().isBlank()) {
                    put(slot(line.get()));
                }
            }
            exhausted = line.isEmpty();
        } catch (IOException e) {
            ending.fail(Failure.missing("the batch cannot be read: " + e.getMessage(), "check the file or pipe"));
        } catch (Failure e) {
            ending.fail(e);
        } catch (InterruptedException e) {
            ending.stop();
        } finally {
            end();
        }
    }

    private Slot slot(Line line) {
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
        if (before.known() == Known.ACCEPTED) {
            return Slot.done(new LineResult.Before(
                    line.number(), message.to(), before.id().orElseThrow()));
        }
        if (before.known() == Known.DOUBTFUL && !plan.resendDoubtful()) {
            return Slot.done(new LineResult.Doubtful(line.number(), message.to()));
        }
        return Slot.toSend(line, message);
    }

    private void put(Slot slot) throws InterruptedException {
        if (plan.stopOnError() && slot.isFailure(receiver)) {
            ending.stop();
        }
        order.put(slot);
        if (slot.isToSend()) {
            jobs.put(slot);
        }
    }

    /** One end for each sender, and one for whoever gives out. */
    private void end() {
        for (int i = 0; i < plan.concurrency(); i++) {
            jobs.add(Slot.END);
        }
        try {
            order.put(Slot.END);
        } catch (InterruptedException e) {
            ending.stop();
        }
    }
}
