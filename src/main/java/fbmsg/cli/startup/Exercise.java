package fbmsg.cli.startup;

import fbmsg.cli.Host;
import fbmsg.cli.build.EmulatedVonage;
import fbmsg.emulator.webhook.FacebookUser;
import fbmsg.emulator.webhook.Version;
import fbmsg.emulator.webhook.WebhookSigner;
import fbmsg.files.AtomicFile;
import fbmsg.http.Connection;
import fbmsg.http.Destination;
import fbmsg.http.NotSent;
import fbmsg.http.Request;
import fbmsg.http.Unanswered;
import fbmsg.json.Document;
import fbmsg.json.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What the commands of a training work with: settings, a key, a Messages API on this machine, and a user who writes. */
final class Exercise implements AutoCloseable {
    static final String USER = "1111111111111111";
    static final String RECORD = "record.json";
    static final String PORT_FILE = "port";

    private static final String CONFIG = ".config/fbmsg/config.json";
    private static final String PAGE = "0000000000000000";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final Host host;
    private final EmulatedVonage vonage;
    private final String secret;

    /**
     * @param folder an empty one, for the files: a user's home with the settings where most people have them
     */
    Exercise(Path folder, Host host) {
        this.folder = folder;
        this.host = host;
        this.vonage = EmulatedVonage.open(host, bug -> {});
        this.secret = host.ids().get();
    }

    /** Writes the files. */
    void lay() throws IOException {
        write("private.key", vonage.privatePem());
        write("signature.secret", secret + "\n");
        Files.createDirectories(folder.resolve(CONFIG).getParent());
        write(CONFIG, config());
        write(RECORD, new String(inbound().body(), StandardCharsets.UTF_8));
    }

    /** Delivers a message to the listener that the training starts, as soon as it has said its port. */
    void deliver() throws IOException, InterruptedException {
        Path portFile = folder.resolve(PORT_FILE);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(portFile)) {
            if (System.nanoTime() > end) {
                throw new IOException("no listener");
            }
            Thread.sleep(10);
        }
        Destination listener =
                Destination.of("http://127.0.0.1:" + Files.readString(portFile).strip());
        try (Connection connection = host.connections().open(listener, PATIENCE, true)) {
            connection.exchange(inbound());
        } catch (NotSent | Unanswered e) {
            throw new IOException("the listener does not answer", e);
        }
    }

    @Override
    public void close() {
        vonage.close();
    }

    private Request inbound() {
        WebhookSigner signer = new WebhookSigner(
                secret, Optional.of(vonage.applicationId()), Optional.empty(), host.clock(), host.ids());
        return new FacebookUser(USER, PAGE, signer, host.clock(), host.ids()).writes("Hello", Version.V1, "/inbound");
    }

    private String config() {
        Document profile = Document.object()
                .with("application_id", vonage.applicationId())
                .with("private_key_path", "~/private.key")
                .with("page_id", PAGE)
                .with("signature_secret_path", "~/signature.secret")
                .with("api_url", vonage.url())
                .build();
        return JsonText.compact(Document.object()
                .with("v", 1)
                .with("profiles", Document.object().with("default", profile).build())
                .build());
    }

    private void write(String name, String text) {
        AtomicFile.write(folder.resolve(name), text, false);
    }
}
