package fbmsg.cli.talk.send;

import fbmsg.Failure;
import fbmsg.api.Outcome;
import fbmsg.cli.Exit;
import fbmsg.cli.Host;
import fbmsg.cli.Session;
import fbmsg.cli.talk.listen.Listening;
import fbmsg.cli.talk.listen.SignatureCheck;
import fbmsg.cli.talk.listen.plan.Door;
import fbmsg.cli.talk.listen.plan.ListenPlan;
import fbmsg.cli.talk.listen.plan.Verify;
import fbmsg.cli.talk.messenger.Messenger;
import fbmsg.cli.talk.messenger.SendReport;
import fbmsg.cli.talk.messenger.Told;
import fbmsg.config.Settings;
import fbmsg.http.HttpListener;
import fbmsg.http.ListenerLimits;
import fbmsg.json.JsonText;
import fbmsg.message.MessageId;
import fbmsg.message.OutboundMessage;
import fbmsg.webhook.Doorkeeper;
import fbmsg.webhook.Receiver;
import fbmsg.webhook.StatusWatch;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * One run of {@code send --wait}: from binding the port, over sending, to what became of the messages. The port comes first:
 * where it is in use nothing is sent, and a status may come before the answer that tells the id.
 */
final class Waiting {
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Session session;
    private final WaitPlan plan;
    private final boolean json;
    private final SendReport report;
    private final StatusWatch watch;

    /** Read by the thread that runs when the process is told to end. */
    private final List<Part> accepted = new CopyOnWriteArrayList<>();

    Waiting(Session session, WaitPlan plan, boolean json) {
        this.session = session;
        this.plan = plan;
        this.json = json;
        this.report = new SendReport(session, json);
        this.watch = new StatusWatch(plan.stage(), ListenPlan.USUAL_ACK_TIMEOUT, session::note, session::detail);
    }

    /**
     * @param messages the parts of one text, each sent only when the one before was accepted
     */
    Exit run(Settings settings, Messenger messenger, List<OutboundMessage> messages) {
        HttpListener listener = open(settings);
        try {
            return serve(listener, messenger, messages);
        } catch (InterruptedException e) {
            tellSent();
            return Exit.INTERRUPTED;
        } finally {
            close(listener);
        }
    }

    private HttpListener open(Settings settings) {
        Doorkeeper door = new Doorkeeper(
                Optional.empty(),
                SignatureCheck.of(session, settings, Verify.AUTO, Door.USUAL_MAX_AGE),
                session.host().clock());
        return HttpListener.open(
                null,
                plan.port().orElseGet(settings::port),
                ListenerLimits.USUAL,
                new Receiver(door, watch, session::note),
                session::note,
                session::bug);
    }

    @SuppressWarnings("try") // the guard only has to stand
    private Exit serve(HttpListener listener, Messenger messenger, List<OutboundMessage> messages)
            throws InterruptedException {
        try (Host.Guard guard = session.host().endings().onEnd(() -> {
            close(listener);
            tellSent();
        })) {
            session.note(Listening.ready(Optional.empty(), listener.port()));
            Exit exit = send(messenger, messages);
            if (exit != Exit.OK) {
                return exit;
            }
            watch.allSent();
            session.note("waiting for " + plan.stage().wire());
            watch.await(plan.timeout());
            close(listener);
            return tellAll();
        }
    }

    private Exit send(Messenger messenger, List<OutboundMessage> messages) {
        for (int i = 0; i < messages.size(); i++) {
            Outcome outcome = messenger.send(messages.get(i));
            Told told = report.told(outcome);
            if (!told.accepted()) {
                return failed(i, messages, outcome);
            }
            accept(new Part(messages.get(i), outcome, new MessageId(told.message())));
        }
        return Exit.OK;
    }

    private void accept(Part part) {
        accepted.add(part);
        watch.expect(part.id());
        if (json) {
            session.note("the message was sent as " + part.id());
        } else {
            report.one(part.message(), part.outcome());
        }
    }

    /** As if nothing were waited for. */
    private Exit failed(int index, List<OutboundMessage> messages, Outcome outcome) {
        if (json) {
            accepted.forEach(part -> report.one(part.message(), part.outcome()));
        }
        Exit exit = report.one(messages.get(index), outcome);
        report.stopped(index, messages.size());
        return exit;
    }

    private Exit tellAll() {
        Exit worst = Exit.OK;
        for (Part part : accepted) {
            Awaited awaited = Awaited.of(part.message().to(), part.id(), watch.status(part.id()), plan);
            if (awaited.exit() != Exit.OK) {
                session.complain(awaited.message());
            }
            if (json) {
                print(awaited);
            }
            worst = worst.or(awaited.exit());
        }
        return worst;
    }

    /** Where records cannot be printed, the ids are said all the same. */
    private void print(Awaited awaited) {
        try {
            session.printer().line(JsonText.compact(awaited.record()));
        } catch (Failure e) {
            tellSent();
            throw e;
        }
    }

    private void tellSent() {
        for (Part part : accepted) {
            session.complain("the message " + part.id() + " to "
                    + part.message().to().value() + " was sent; do not send it again");
        }
    }

    /** What is held is answered at once, and the answers leave. */
    private void close(HttpListener listener) {
        watch.allSent();
        listener.close(GRACE);
    }

    /** A message that was accepted. */
    private record Part(OutboundMessage message, Outcome outcome, MessageId id) {}
}
