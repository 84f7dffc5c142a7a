package fbmsg.cli.build;

import fbmsg.cli.Exit;
import fbmsg.cli.Fbmsg;
import fbmsg.cli.Host;
import fbmsg.cli.Session;
import fbmsg.emulator.SentMessage;
import fbmsg.emulator.webhook.FacebookUser;
import fbmsg.emulator.webhook.Version;
import fbmsg.emulator.webhook.WebhookSigner;
import fbmsg.http.Connection;
import fbmsg.http.Destination;
import fbmsg.http.NotSent;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.http.Unanswered;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The tutorial's conversation with ourselves: the commands are run as a user runs them, each with streams of its own, and
 * everything between them goes over loopback.
 */
final class Rehearsal implements AutoCloseable {
    private static final String PAGE = "0000000000000000";
    private static final String USER = "1111111111111111";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Session session;
    private final Host host;
    private final EmulatedVonage vonage;
    private final String secret;

    Rehearsal(Session session) {
        this.session = session;
        this.host = session.host();
        this.vonage = EmulatedVonage.open(host, session::bug);
        this.secret = host.ids().get();
    }

    Exit play() {
        say("Vonage, emulated, serves " + vonage.url() + " for application " + vonage.applicationId() + ".");

        say("");
        say("$ fbmsg listen");
        Lines records = new Lines();
        Lines talk = new Lines();
        CompletableFuture<Integer> listening = CompletableFuture.supplyAsync(
                () -> run(settings(), InputStream.nullInputStream(), records, talk, "listen", "--port", "0"),
                EmulatedVonage::beside);
        String ready = talk.next(PATIENCE);
        say(ready);
        Destination webhook = Destination.of(ready.replaceAll(".*(http://[^ ]+).*", "$1"));

        String text = "Hello from Facebook Messenger!";
        say("");
        say("Facebook user " + USER + " writes to Page " + PAGE + ": " + text);
        WebhookSigner signer = new WebhookSigner(
                secret, Optional.of(vonage.applicationId()), Optional.empty(), host.clock(), host.ids());
        FacebookUser user = new FacebookUser(USER, PAGE, signer, host.clock(), host.ids());
        Reply acknowledged = exchange(webhook, user.writes(text, Version.V0_1, "/webhooks/inbound-message"));
        String record = records.next(PATIENCE);
        say("The webhook was signed, and is answered " + acknowledged.status() + ". The listener prints:");
        say(record);
        int listened = listening.join();

        say("");
        say("$ fbmsg listen | fbmsg reply --text 'Thanks!'");
        Lines ids = new Lines();
        InputStream in = new ByteArrayInputStream((record + "\n").getBytes(StandardCharsets.UTF_8));
        Map<String, String> settings = settings();
        settings.put("FBMSG_PRIVATE_KEY", vonage.privatePem());
        int replied = run(settings, in, ids, host.err(), "reply", "--text", "Thanks!");
        if (listened != 0 || replied != 0) {
            throw new IllegalStateException("listen ended with " + listened + ", reply with " + replied);
        }
        say(ids.next(PATIENCE));

        say("");
        for (SentMessage sent : vonage.sent()) {
            say("User " + sent.to() + " reads, from Page " + sent.from() + ": "
                    + sent.text().orElseThrow());
        }
        return Exit.OK;
    }

    @Override
    public void close() {
        vonage.close();
    }

    private void say(String line) {
        session.printer().line(line);
    }

    private Map<String, String> settings() {
        return new HashMap<>(Map.of(
                "FBMSG_CONFIG",
                "none",
                "FBMSG_API_URL",
                vonage.url(),
                "FBMSG_APPLICATION_ID",
                vonage.applicationId(),
                "FBMSG_SIGNATURE_SECRET",
                secret));
    }

    /** A command, run as a user runs it. */
    private int run(Map<String, String> settings, InputStream in, OutputStream out, OutputStream err, String... args) {
        return Fbmsg.run(host.with(in, out, err, settings), args);
    }

    private Reply exchange(Destination destination, Request request) {
        try (Connection connection = host.connections().open(destination, PATIENCE, true)) {
            return connection.exchange(request);
        } catch (NotSent | Unanswered e) {
            throw new IllegalStateException("nothing answers on this machine's own port", e);
        }
    }
}
