package fbmsg.cli.build;

import fbmsg.Failure;
import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import fbmsg.config.Settings;
import fbmsg.emulator.webhook.CallbackUrl;
import fbmsg.emulator.webhook.WebhookSigner;
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

    Exit post(CallbackUrl url, byte[] body, WebhookSigner.Signing signing, Duration timeout) {
        try (WebhookTarget target = WebhookTarget.open(session, settings, url, signing, timeout)) {
            WebhookTarget.Posted posted = target.post(url.path(), body);
            posted.status().ifPresent(status -> session.printer().line(String.valueOf(status)));
            if (posted.exit() != Exit.OK) {
                session.complain(posted.complaint());
            }
            return posted.exit();
        }
    }
}
