package fbmsg.cli.talk.listen;

import fbmsg.cli.Exit;
import fbmsg.cli.Host;
import fbmsg.cli.PassingFile;
import fbmsg.cli.Session;
import fbmsg.cli.SigningOptions;
import fbmsg.cli.talk.listen.plan.ListenPlan;
import fbmsg.cli.talk.listen.sink.Repeated;
import fbmsg.cli.talk.listen.sink.Unread;
import fbmsg.cli.talk.listen.sink.Workplace;
import fbmsg.config.Settings;
import fbmsg.http.Exchange;
import fbmsg.http.HttpListener;
import fbmsg.http.ListenerLimits;
import fbmsg.jwt.WebhookSignature;
import fbmsg.webhook.Doorkeeper;
import fbmsg.webhook.Handover;
import fbmsg.webhook.Lanes;
import fbmsg.webhook.ListenDesk;
import fbmsg.webhook.Quota;
import fbmsg.webhook.Receiver;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** One run of {@code listen}: from binding the port to the last acknowledgement. */
public final class Listening {
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Session session;
    private final ListenPlan plan;
    private final SigningOptions signing;
    private final Quota quota;
    private final Consumer<String> notes;

    Listening(Session session, ListenPlan plan, SigningOptions signing) {
        this.session = session;
        this.plan = plan;
        this.signing = signing;
        this.quota = plan.count().map(Quota::new).orElseGet(Quota::endless);
        this.notes = new Repeated(new Unread(session::note));
    }

    Exit run() {
        Settings settings = session.settings(signing);
        Optional<WebhookSignature> signature = SignatureCheck.of(
                session, settings, plan.door().verify(), plan.door().maxAge());
        try (SeenBook seen = new SeenBook(session, plan.seen());
                Workplace work = new Workplace(session, plan, settings, seen.file(), signature.isPresent());
                Lanes lanes = new Lanes(work.jobs())) {
            Handover handover = new Handover(
                    work.preparation(),
                    work.sink(),
                    quota,
                    plan.ackTimeout(),
                    lanes,
                    work.ordersByUser(),
                    seen.duplicates());
            Doorkeeper door =
                    new Doorkeeper(plan.door().path(), signature, session.host().clock());
            Receiver receiver = new Receiver(
                    door, new ListenDesk(plan.filter(), handover, notes, new Unread(session::warn)), notes);
            return serve(
                    open(settings, receiver), lanes, work, new FirstWebhook(session.host(), signature.isPresent()));
        }
    }

    private HttpListener open(Settings settings, Exchange receiver) {
        return HttpListener.open(
                plan.door().bind().orElse(null),
                plan.door().port().orElseGet(settings::port),
                ListenerLimits.USUAL.withLargestBody(plan.door().maxBody()),
                receiver,
                notes,
                session::bug);
    }

    @SuppressWarnings("try") // the guard only has to stand
    private Exit serve(HttpListener listener, Lanes lanes, Workplace work, Runnable warmUp) {
        AtomicReference<PassingFile> portFile = new AtomicReference<>();
        try (Host.Guard guard = session.host().endings().onEnd(() -> {
            listener.close(GRACE);
            lanes.close();
            remove(portFile);
            quota.stop();
        })) {
            plan.door()
                    .portFile()
                    .map(typed -> session.paths().resolve(typed))
                    .ifPresent(path -> portFile.set(PassingFile.write(path, listener.port() + "\n", "[0-9]{1,5}\n")));
            session.note(ready(plan.door().bind(), listener.port()));
            session.host().spareTime().execute(warmUp);
            boolean reached = quota.await(plan.timeout());
            listener.close(GRACE);
            return quota.isStopped() ? Exit.TERMINATED : end(reached || quota.reached(), work);
        } catch (InterruptedException e) {
            return Exit.INTERRUPTED;
        } finally {
            remove(portFile);
            listener.close(Duration.ZERO);
        }
    }

    private static void remove(AtomicReference<PassingFile> file) {
        PassingFile written = file.getAndSet(null);
        if (written != null) {
            written.close();
        }
    }

    private Exit end(boolean reached, Workplace work) {
        if (plan.count().isEmpty() ? !quota.begun() : !reached) {
            session.complain((plan.count().isEmpty() ? "nothing came within " : "not enough messages within ")
                    + plan.timeout().orElseThrow().toSeconds()
                    + " s; is the tunnel open, and its URL the application's inbound URL?");
            return Exit.TIMED_OUT;
        }
        return plan.count().isPresent() ? work.exit() : Exit.OK;
    }

    /** The line that says where webhooks are taken. */
    public static String ready(Optional<String> bind, int port) {
        String host = bind.orElse("127.0.0.1");
        String url = "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        return "listening on " + url + " (Vonage reaches it through a tunnel to this port)";
    }
}
