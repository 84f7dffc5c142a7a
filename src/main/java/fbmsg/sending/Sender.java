package fbmsg.sending;

import fbmsg.Failure;
import fbmsg.api.Outcome;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;

/** Sends one line after the other; a batch has as many of these as may be on their way at once. */
final class Sender implements Runnable {
    private final BlockingQueue<Slot> jobs;
    private final Courier courier;
    private final Optional<Journal> journal;
    private final boolean stopOnError;
    private final Ending ending;
    private final Batch.Receiver receiver;

    Sender(
            BlockingQueue<Slot> jobs,
            Courier courier,
            Optional<Journal> journal,
            boolean stopOnError,
            Ending ending,
            Batch.Receiver receiver) {
        this.jobs = jobs;
        this.courier = courier;
        this.journal = journal;
        this.stopOnError = stopOnError;
        this.ending = ending;
        this.receiver = receiver;
    }

    @Override
    public void run() {
        try {
            for (Slot slot = jobs.take(); slot != Slot.END; slot = jobs.take()) {
                try {
                    slot.complete(send(slot));
                } catch (RuntimeException | Error e) {
                    ending.stop();
                    slot.broke(e);
                }
                if (stopOnError && slot.isFailure(receiver)) {
                    ending.stop();
                }
            }
        } catch (InterruptedException e) {
            ending.stop();
        }
    }

    private LineResult send(Slot slot) {
        Line line = slot.line();
        Optional<Outcome> sent;
        try {
            sent = ending.isStopped() ? Optional.empty() : courier.send(slot.message(), () -> leaving(line));
        } catch (Failure e) {
            ending.fail(e);
            sent = Optional.empty();
        }
        if (sent.isEmpty()) {
            return new LineResult.Unsent(line.number());
        }
        Outcome outcome = sent.get();
        if (courier.endsAll(outcome)) {
            ending.stop();
        }
        try {
            journal.ifPresent(j -> j.ended(line, outcome));
        } catch (Failure e) {
            ending.fail(e);
        }
        return new LineResult.Sent(line.number(), slot.message().to(), outcome);
    }

    private void leaving(Line line) {
        journal.ifPresent(j -> j.leaving(line));
    }
}
