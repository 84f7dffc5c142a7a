package fbmsg.cli.build;

import fbmsg.Failure;
import fbmsg.api.Transcript;
import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import fbmsg.config.Key;
import fbmsg.config.Settings;
import fbmsg.emulator.webhook.CallbackUrl;
import fbmsg.emulator.webhook.WebhookSigner;
import fbmsg.http.Connection;
import fbmsg.http.Exchange;
import fbmsg.http.NotSent;
import fbmsg.http.ProxyTrouble;
import fbmsg.http.Reply;
import fbmsg.http.Unanswered;
import fbmsg.json.Document;
import fbmsg.json.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Duration;

/** Posts a webhook and tells what became of it. */
final class Trigger {
    /** Far more than any receiver takes. */
    private static final int LARGEST = 64 << 20;

    private final Session session;
    private final Settings settings;

    Trigger(Session session, Settings settings) {
        this.session = session;
        this.settings = settings;
    }

    byte[] bytes(Document webhook) {
        return JsonText.compact(webhook).getBytes(StandardCharsets.UTF_8);
    }

    /** The bytes of a file, or of standard input, just as they are. */
    byte[] file(String typed) {
        boolean stdin = typed.equals("-");
        String named = stdin ? "standard input" : "the body's file " + typed;
        try (InputStream in = stdin
                ? session.host().in()
                : Files.newInputStream(session.paths().resolve(typed))) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw Failure.data(named + " is longer than " + LARGEST + " bytes", "no webhook is");
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw Failure.missing(named + " does not exist", "check the path");
        } catch (IOException e) {
            throw Failure.missing(named + " cannot be read: " + e.getMessage(), "check the path and its mode");
        }
    }

    Exit post(CallbackUrl target, byte[] body, WebhookSigner.Signing signing, Duration timeout) {
        WebhookSigner signer = new WebhookSigner(
                signing == WebhookSigner.Signing.NONE ? "" : secret(),
                settings.value(Key.APPLICATION_ID),
                settings.value(Key.API_KEY),
                session.host().clock(),
                session.host().ids());
        try (Connection connection = session.connect(target.destination(), timeout)) {
            Exchange told =
                    session.trace() ? Transcript.telling(connection, target.destination(), session::trace) : connection;
            return told(told.exchange(signer.post(target.path(), body, signing)));
        } catch (ProxyTrouble e) {
            session.complain("the webhook was not posted (" + e.getMessage() + "); " + e.todo());
            return e.refused() ? Exit.REFUSED : Exit.UNAVAILABLE;
        } catch (NotSent e) {
            session.complain("the webhook was not posted (" + e.getMessage() + "); is anything listening there?");
            return Exit.UNAVAILABLE;
        } catch (Unanswered e) {
            session.complain("the webhook was posted, and no usable answer came (" + e.getMessage()
                    + "); look whether it was taken");
            return Exit.UNKNOWN;
        }
    }

    private Exit told(Reply reply) {
        session.printer().line(String.valueOf(reply.status()));
        if (reply.status() >= 200 && reply.status() < 300) {
            return Exit.OK;
        }
        String said = reply.text().lines().findFirst().map(line -> ": " + line).orElse("");
        return session.refuse("the target answered " + reply.status() + said, "Vonage would deliver it again");
    }

    private String secret() {
        if (settings.find(Key.SIGNATURE_SECRET).isEmpty()) {
            throw Failure.configuration(
                    "no signature secret to sign with",
                    "set FBMSG_SIGNATURE_SECRET_PATH, run: fbmsg config set signature_secret_path FILE, or give --unsigned");
        }
        return session.signatureSecrets(settings.find(Key.SIGNATURE_SECRET).orElseThrow())
                .get(0);
    }
}
