package fbmsg.cli.talk.listen.sink;

import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import fbmsg.sending.LeftOver;
import fbmsg.webhook.Received;
import fbmsg.webhook.command.Incidents;
import java.util.Optional;
import java.util.function.Consumer;

/** Tells what went wrong with events, keeps those that failed, and knows how the run is to end for it. */
final class ToldIncidents implements Incidents, AutoCloseable {
    private final Session session;
    private final Consumer<String> warnings;
    private final Optional<String> name;
    private final Optional<LeftOver> kept;
    private Exit worst = Exit.OK;

    /**
     * @param file to which the records of events that failed are added; empty: nobody keeps them
     */
    ToldIncidents(Session session, Optional<String> file) {
        this.session = session;
        this.warnings = new Repeated(session::warn);
        this.name = file;
        this.kept = file.map(typed -> LeftOver.open(session.paths().resolve(typed), "the file " + typed));
    }

    @Override
    public void failed(Received received, String what) {
        failed(received, what, Exit.NO);
    }

    void failed(Received received, String what, Exit exit) {
        kept.ifPresent(file -> file.add(received.line()));
        session.warn(received.named() + " of user " + received.user() + ": " + what
                + name.map(file -> "; its record is in " + file).orElse("; it does not come again"));
        synchronized (this) {
            worst = worst.or(exit);
        }
    }

    @Override
    public void silent(Received received) {
        session.note(received.named() + " of user " + received.user() + ": nothing was printed, no answer is sent");
    }

    @Override
    public void comesAgain(Received received, String why) {
        warnings.accept(received.named() + ": " + why + "; answered 503, it comes again");
    }

    /** The worst that has happened. */
    synchronized Exit worst() {
        return worst;
    }

    @Override
    public void close() {
        kept.ifPresent(LeftOver::close);
    }
}
