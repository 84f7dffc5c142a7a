package fbmsg.cli.talk.send;

import fbmsg.Failure;
import fbmsg.cli.Errors;
import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import fbmsg.json.Document;
import fbmsg.json.JsonText;
import fbmsg.sending.Batch;
import fbmsg.sending.LineResult;
import java.util.Optional;

/** Tells what became of a batch: a record a line on standard output, the first errors on standard error, and the sum. */
final class BatchReport implements Batch.Receiver {
    /** More would hide what matters; all are in the records. */
    private static final int MOST_ERRORS = 10;

    private final Session session;
    private final Progress progress;
    private final boolean remembered;
    private Exit worst = Exit.OK;
    private long lines;
    private long last;
    private long failed;
    private long firstUnsent;

    /**
     * @param remembered whether a journal has what cannot be printed
     */
    BatchReport(Session session, Progress progress, boolean remembered) {
        this.session = session;
        this.remembered = remembered;
        this.progress = progress;
    }

    @Override
    public void result(LineResult result) {
        last = result.line();
        Optional<ToldLine> told = result.match(new ToldLine.Cases(session.host().clock()));
        if (told.isEmpty()) {
            firstUnsent = firstUnsent == 0 ? result.line() : firstUnsent;
            return;
        }
        lines++;
        boolean ok = told.get().told().accepted();
        failed += ok ? 0 : 1;
        worst = worst.or(told.get().told().exit());
        progress.done(lines, failed);
        if (!ok) {
            complain(result.line(), told.get());
        }
        print(told.get(), result.line());
    }

    private void print(ToldLine told, long line) {
        Document.Builder record = Document.object()
                .with("v", 1)
                .with("line", line)
                .with("ok", told.told().accepted())
                .with("to", told.to());
        Document whole = told.told().accepted()
                ? record.with("message_uuid", told.told().message()).build()
                : record.with("error", told.told().error()).build();
        try {
            session.printer().line(JsonText.compact(whole));
        } catch (Failure e) {
            if (told.told().accepted() && !remembered) {
                session.complain(
                        "line " + line + " was sent, as message " + told.told().message() + "; do not send it again");
            }
            throw e;
        }
    }

    private void complain(long line, ToldLine told) {
        if (failed <= MOST_ERRORS) {
            progress.clear();
            session.complain("line " + line + ": " + told.told().message());
        } else if (failed == MOST_ERRORS + 1) {
            progress.clear();
            session.complain("further errors are in the records on standard output only");
        }
    }

    @Override
    public void idle() {
        progress.glance();
    }

    @Override
    public boolean isFailure(LineResult result) {
        return result.match(new ToldLine.Cases(session.host().clock()))
                .filter(told -> !told.told().accepted())
                .isPresent();
    }

    /** The process is told to end, and something is on its way still. */
    void interrupted() {
        progress.clear();
        session.complain("interrupted after line " + last + ": what became of the few after it is unknown");
    }

    /** The sum, and the exit code of the worst. */
    Exit end(Batch.End end) {
        progress.clear();
        if (failed > 0) {
            session.complain(failed + " of " + lines + " messages failed");
        }
        if (firstUnsent > 0) {
            session.complain("stopped: line " + firstUnsent + " and those after it were not sent");
        } else if (!end.wholeInput()) {
            session.complain("stopped: the lines after " + last + " were not read");
        }
        if (end.failure().isPresent()) {
            Failure failure = end.failure().get();
            session.complain(failure.getMessage());
            return worst.or(Errors.exit(failure));
        }
        return worst;
    }
}
