package fbmsg.cli.talk.listen;

import fbmsg.Failure;
import fbmsg.api.ApiVersion;
import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import fbmsg.cli.talk.messenger.Messenger;
import fbmsg.cli.talk.messenger.Told;
import fbmsg.config.Settings;
import fbmsg.sending.Known;
import fbmsg.sending.Seen;
import fbmsg.webhook.Received;
import fbmsg.webhook.Sink;
import fbmsg.webhook.command.CommandSink;
import fbmsg.webhook.command.Program;
import java.time.Duration;
import java.util.Optional;

/** What events are handed to, as the plan has it, and all that this needs while the run lasts. */
final class Workplace implements AutoCloseable {
    private static final Duration SEND_TIMEOUT = Duration.ofSeconds(30);

    private final Session session;
    private final ListenPlan plan;
    private final ToldIncidents incidents;
    private final Optional<Messenger> messenger;
    private final PrintSink printer;
    private final Sink sink;

    /**
     * @param seen what is remembered of earlier runs, where it is
     * @throws Failure if there is no such command, or it may not be run for whoever reaches the port
     */
    Workplace(Session session, ListenPlan plan, Settings settings, Optional<Seen> seen, boolean signed) {
        this.session = session;
        this.plan = plan;
        this.printer = new PrintSink(session, plan.output());
        Handling handling = plan.handling();
        if (!handling.runsCommand()) {
            this.incidents = new ToldIncidents(session, Optional.empty());
            this.messenger = Optional.empty();
            this.sink = printer;
            return;
        }
        mayRunCommands(signed);
        Program program = program();
        this.messenger = handling.reply()
                ? Optional.of(Messenger.of(session, settings, ApiVersion.V1, SEND_TIMEOUT, true))
                : Optional.empty();
        this.incidents = new ToldIncidents(session, handling.failed());
        Sink command = new CommandSink(
                program,
                ChildEnvironment.of(session.host().env(), handling.keepEnvironment()),
                handling.most(),
                session.printer()::talkBytes,
                messenger.map(api -> new Answering(session, api, seen, incidents)),
                incidents);
        this.sink = seen.isPresent() && handling.reply()
                ? received -> unlessDoubtful(seen.get(), received, command)
                : command;
    }

    Sink sink() {
        return sink;
    }

    /** How many events may be in work at once. */
    int jobs() {
        return plan.handling().jobs();
    }

    /** Whether it is enough that the events of one user keep their order. */
    boolean ordersByUser() {
        return plan.handling().runsCommand();
    }

    /** How a run ends that has had its count. */
    Exit exit() {
        return incidents.worst().or(printer.missed() ? Exit.DATA : Exit.OK);
    }

    private void mayRunCommands(boolean signed) {
        if (!signed && plan.door().verify() != Verify.OFF) {
            throw Failure.configuration(
                    "without a signature secret whoever reaches the port could have the command run",
                    "set FBMSG_SIGNATURE_SECRET_PATH, run: fbmsg config set signature_secret_path FILE, or give --verify off");
        }
    }

    private Program program() {
        Program program = new Program(
                plan.handling().command(),
                session.host().workingDirectory(),
                session.host().env().getOrDefault("PATH", "/usr/bin:/bin"));
        program.trouble().ifPresent(trouble -> {
            throw Failure.missing(trouble.what(), trouble.todo());
        });
        return program;
    }

    /** An answer of an earlier run may have been taken: neither is it sent again, nor the command run for nothing. */
    private Sink.Taken unlessDoubtful(Seen seen, Received received, Sink command) {
        if (seen.known(received.id()) != Known.DOUBTFUL) {
            return command.take(received);
        }
        Told told = Told.leftBefore("its answer");
        incidents.failed(received, told.message(), told.exit());
        return Sink.Taken.DONE;
    }

    @Override
    public void close() {
        messenger.ifPresent(Messenger::close);
        incidents.close();
    }
}
