package fbmsg.cli.talk.listen.sink;

import fbmsg.Failure;
import fbmsg.api.ApiVersion;
import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import fbmsg.cli.talk.listen.plan.Handling;
import fbmsg.cli.talk.listen.plan.ListenPlan;
import fbmsg.cli.talk.listen.plan.Verify;
import fbmsg.cli.talk.messenger.Messenger;
import fbmsg.cli.talk.messenger.Told;
import fbmsg.config.Settings;
import fbmsg.sending.Known;
import fbmsg.sending.Seen;
import fbmsg.webhook.Preparation;
import fbmsg.webhook.Received;
import fbmsg.webhook.Sink;
import fbmsg.webhook.command.Answerer;
import fbmsg.webhook.command.CommandSink;
import fbmsg.webhook.command.Program;
import fbmsg.webhook.media.MediaSink;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What events are handed to, as the plan has it, and all that this needs while the run lasts. */
public final class Workplace implements AutoCloseable {
    private static final Duration SEND_TIMEOUT = Duration.ofSeconds(30);

    private final Session session;
    private final ListenPlan plan;
    private final PrintSink printer;
    private final Deque<Runnable> closings = new ArrayDeque<>();
    private Optional<ToldIncidents> incidents = Optional.empty();
    private Optional<MediaSink> media = Optional.empty();
    private Preparation preparation = Preparation.NONE;
    private Sink sink;

    /**
     * @param seen what is remembered of earlier runs, where it is
     * @throws Failure if something of it cannot be had, or commands may not be run for whoever reaches the port
     */
    public Workplace(Session session, ListenPlan plan, Settings settings, Optional<Seen> seen, boolean signed) {
        this.session = session;
        this.plan = plan;
        this.printer = new PrintSink(session, plan.output());
        this.sink = printer;
        try {
            furnish(settings, seen, signed);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void furnish(Settings settings, Optional<Seen> seen, boolean signed) {
        Handling handling = plan.handling();
        if (handling.runsCommand()) {
            mayRunCommands(signed);
            sink = command(program(), settings, seen);
        } else if (handling.forwardTo().isPresent()) {
            Forwarding forwarding = new Forwarding(session, handling.forwardTo().get(), handling.most());
            closings.push(forwarding::close);
            sink = forwarding.sink(new Repeated(session::warn));
        }
        if (plan.saveMedia().isPresent()) {
            SavedMedia saved = new SavedMedia(session, settings, signed);
            media = Optional.of(saved.before(sink, plan.saveMedia().get()));
            sink = media.get();
        }
        if (plan.record().isPresent()) {
            RecordFirst recording = new RecordFirst(session, plan.record().get(), plan.keepSecrets());
            closings.push(recording::close);
            preparation = recording;
        }
    }

    private Sink command(Program program, Settings settings, Optional<Seen> seen) {
        Handling handling = plan.handling();
        ToldIncidents told = new ToldIncidents(session, handling.failed());
        closings.push(told::close);
        incidents = Optional.of(told);
        Optional<Answerer> answerer = Optional.empty();
        if (handling.reply()) {
            Messenger messenger = Messenger.of(session, settings, ApiVersion.V1, SEND_TIMEOUT, true);
            closings.push(messenger::close);
            answerer = Optional.of(new Answering(session, messenger, seen, told));
        }
        Sink command = new CommandSink(
                program,
                ChildEnvironment.of(session.host().env(), handling.keepEnvironment()),
                handling.most(),
                session.printer()::talkBytes,
                answerer,
                told);
        return seen.isPresent() && handling.reply()
                ? received -> unlessDoubtful(seen.get(), received, command, told)
                : command;
    }

    /** What is done with each event before the sink gets it. */
    public Preparation preparation() {
        return preparation;
    }

    /** What takes the events. */
    public Sink sink() {
        return sink;
    }

    /** How many events may be in work at once. */
    public int jobs() {
        return plan.handling().jobs();
    }

    /** Whether it is enough that the events of one user keep their order. */
    public boolean ordersByUser() {
        return plan.handling().isGiven();
    }

    /** How a run ends that has had its count. */
    public Exit exit() {
        Exit worst = incidents.map(ToldIncidents::worst).orElse(Exit.OK).or(printer.missed() ? Exit.DATA : Exit.OK);
        return media.filter(MediaSink::notWritten).isPresent() ? worst.or(Exit.NOT_WRITTEN) : worst;
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
    private Sink.Taken unlessDoubtful(Seen seen, Received received, Sink command, ToldIncidents incidents) {
        if (seen.known(received.id()) != Known.DOUBTFUL) {
            return command.take(received);
        }
        Told told = Told.leftBefore("its answer");
        incidents.failed(received, told.message(), told.exit());
        return Sink.Taken.DONE;
    }

    @Override
    public void close() {
        closings.forEach(Runnable::run);
    }
}
