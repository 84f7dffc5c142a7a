package fbmsg.cli.talk.send;

import fbmsg.Failure;
import fbmsg.cli.syntax.Flag;
import fbmsg.cli.syntax.Option;
import fbmsg.cli.syntax.Syntax;
import fbmsg.cli.typed.Rate;
import fbmsg.sending.Batch;
import java.time.Duration;
import java.util.Optional;

/** How many messages are sent at once. */
final class BatchOptions {
    private static final int MOST = 256;

    private final Option<String> batch;
    private final Option<Integer> concurrency;
    private final Option<Rate> rate;
    private final Option<String> journal;
    private final Flag resendUnknown;
    private final Flag stopOnError;

    BatchOptions(Syntax command) {
        batch = command.text(
                "--batch", "FILE", "Send many: a file with one message a line as JSON, or '-' for standard input.");
        concurrency = command.number("--concurrency", "N", "With --batch: so many on their way at once (default: 8).");
        rate = command.value("--rate", "N/s", new Rate.Text(), "With --batch: no more than that (default: no limit).");
        journal = command.text(
                "--journal", "FILE", "With --batch: remember what was sent, so that a rerun sends the rest.");
        resendUnknown = command.flag(
                "--resend-unknown", "With --journal: send what left without an answer again, perhaps twice.");
        stopOnError = command.flag("--stop-on-error", "With --batch: end at the first line that fails.");
    }

    public boolean isGiven() {
        return batch.isGiven();
    }

    /** A path, or - for standard input. */
    public String batch() {
        return batch.required();
    }

    public Optional<String> journal() {
        return journal.value();
    }

    /** Refuses options that mean nothing without a batch. */
    public void refuseWithoutBatch() {
        refuse(concurrency.isGiven(), "--concurrency");
        refuse(rate.isGiven(), "--rate");
        refuse(journal.isGiven(), "--journal");
        refuse(resendUnknown.isGiven(), "--resend-unknown");
        refuse(stopOnError.isGiven(), "--stop-on-error");
    }

    private static void refuse(boolean given, String name) {
        if (given) {
            throw Failure.usage(name + " goes with --batch only", "add it, or leave " + name + " out");
        }
    }

    public Batch.Plan plan(Duration timeout) {
        if (resendUnknown.isGiven() && !journal.isGiven()) {
            throw Failure.usage("--resend-unknown goes with --journal only", "name the journal of the earlier run");
        }
        int many = concurrency.or(8);
        if (many < 1 || many > MOST) {
            throw Failure.usage("--concurrency " + many + " is not from 1 to " + MOST, "give for example 8");
        }
        Duration interval = rate.value().map(r -> r.in().dividedBy(r.count())).orElse(Duration.ZERO);
        return new Batch.Plan(many, interval, timeout, stopOnError.isGiven(), resendUnknown.isGiven());
    }
}
