package fbmsg.cli.talk.listen;

import fbmsg.cli.Exit;
import fbmsg.cli.Host;
import fbmsg.cli.PassingFile;
import fbmsg.cli.Session;
import fbmsg.config.Settings;
import fbmsg.http.HttpListener;
import fbmsg.http.ListenerLimits;
import fbmsg.jwt.WebhookSignature;
import fbmsg.webhook.Doorkeeper;
import fbmsg.webhook.Handover;
import fbmsg.webhook.Quota;
import fbmsg.webhook.Receiver;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** One run of {@code listen}: from binding the port to the last acknowledgement. */
public final class Listening {
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Session session;
    private final ListenPlan plan;

    Listening(Session session, ListenPlan plan) {
        this.session = session;
        this.plan = plan;
    }

    Exit run() {
        Settings settings = session.settings(Map.of());
        Optional<WebhookSignature> signature = SignatureCheck.of(session, settings, plan.verify(), plan.maxAge());
        Quota quota = new Quota(plan.count());
        PrintSink sink = new PrintSink(session, plan);
        ExecutorService worker = Executors.newSingleThreadExecutor(Listening::daemon);
        Receiver receiver = new Receiver(
                new Doorkeeper(plan.path(), signature, session.host().clock()),
                new Handover(sink, quota, plan.ackTimeout(), worker),
                session::note,
                session::warn);
        HttpListener listener = HttpListener.open(
                plan.bind().orElse(null),
                plan.port().orElseGet(settings::port),
                ListenerLimits.USUAL.withLargestBody(plan.maxBody()),
                receiver,
                session::note,
                session::bug);
        try {
            return serve(listener, quota, sink, new FirstWebhook(session.host(), signature.isPresent()));
        } catch (InterruptedException e) {
            return Exit.INTERRUPTED;
        } finally {
            listener.close(Duration.ZERO);
            worker.shutdownNow();
        }
    }

    @SuppressWarnings("try") // the guard only has to stand
    private Exit serve(HttpListener listener, Quota quota, PrintSink sink, Runnable warmUp)
            throws InterruptedException {
        AtomicReference<PassingFile> portFile = new AtomicReference<>();
        try (Host.Guard guard = session.host().endings().onEnd(() -> {
            listener.close(GRACE);
            remove(portFile);
        })) {
            plan.portFile()
                    .map(typed -> session.paths().resolve(typed))
                    .ifPresent(path -> portFile.set(PassingFile.write(path, listener.port() + "\n", "[0-9]{1,5}\n")));
            session.note(ready(plan.bind(), listener.port()));
            session.host().spareTime().execute(warmUp);
            boolean reached = quota.await(plan.timeout());
            listener.close(GRACE);
            return end(reached || quota.reached(), sink);
        } finally {
            remove(portFile);
        }
    }

    private static void remove(AtomicReference<PassingFile> file) {
        PassingFile written = file.getAndSet(null);
        if (written != null) {
            written.close();
        }
    }

    private Exit end(boolean reached, PrintSink sink) {
        if (!reached) {
            session.complain(
                    "not enough messages within " + plan.timeout().orElseThrow().toSeconds()
                            + " s; is the tunnel open, and its URL the application's inbound URL?");
            return Exit.TIMED_OUT;
        }
        return sink.missed() ? Exit.DATA : Exit.OK;
    }

    /** The line that says where webhooks are taken. */
    public static String ready(Optional<String> bind, int port) {
        String host = bind.orElse("127.0.0.1");
        String url = "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        return "listening on " + url + " (Vonage reaches it through a tunnel to this port)";
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "sink");
        thread.setDaemon(true);
        return thread;
    }
}
