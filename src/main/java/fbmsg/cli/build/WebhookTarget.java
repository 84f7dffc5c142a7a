package fbmsg.cli.build;

import fbmsg.Failure;
import fbmsg.api.Transcript;
import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import fbmsg.config.Key;
import fbmsg.config.Setting;
import fbmsg.config.Settings;
import fbmsg.emulator.webhook.CallbackUrl;
import fbmsg.emulator.webhook.WebhookSigner;
import fbmsg.http.Connection;
import fbmsg.http.Exchange;
import fbmsg.http.NotSent;
import fbmsg.http.ProxyTrouble;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.http.Unanswered;
import java.time.Duration;
import java.util.OptionalInt;

/** A URL that webhooks are posted to, each signed as Vonage would, and what became of each. */
public final class WebhookTarget implements AutoCloseable {
    private final Connection connection;
    private final Exchange told;
    private final WebhookSigner signer;
    private final WebhookSigner.Signing signing;

    /**
     * What became of a webhook.
     *
     * @param exit done, no, unknown; or not posted
     * @param status that the target answered
     * @param complaint one line, {@code WHAT HAPPENED; WHAT TO DO}; empty if all is well
     */
    public record Posted(Exit exit, OptionalInt status, String complaint) {
        /** False if it surely was not taken: the next one would not be either. */
        public boolean left() {
            return status.isPresent() || exit == Exit.UNKNOWN;
        }
    }

    private WebhookTarget(Connection connection, Exchange told, WebhookSigner signer, WebhookSigner.Signing signing) {
        this.connection = connection;
        this.told = told;
        this.signer = signer;
        this.signing = signing;
    }

    /**
     * Nothing is connected to yet.
     *
     * @param timeout of one webhook, from connecting to the answer's last byte
     * @throws Failure if it is to be signed and there is no secret, or the target may not be connected to
     */
    public static WebhookTarget open(
            Session session, Settings settings, CallbackUrl url, WebhookSigner.Signing signing, Duration timeout) {
        WebhookSigner signer = new WebhookSigner(
                signing == WebhookSigner.Signing.NONE ? "" : secret(session, settings),
                settings.value(Key.APPLICATION_ID),
                settings.value(Key.API_KEY),
                session.host().clock(),
                session.host().ids());
        Connection connection = session.connect(url.destination(), timeout);
        Exchange told =
                session.trace() ? Transcript.telling(connection, url.destination(), session::trace) : connection;
        return new WebhookTarget(connection, told, signer, signing);
    }

    /** A webhook of these very bytes. */
    public Posted post(String path, byte[] body) {
        return exchange(signer.post(path, body, signing));
    }

    /** A webhook with its own header fields, and without a signature yet. */
    public Posted post(Request unsigned) {
        return exchange(signer.sign(unsigned, signing));
    }

    @Override
    public void close() {
        connection.close();
    }

    private Posted exchange(Request webhook) {
        try {
            return answered(told.exchange(webhook));
        } catch (ProxyTrouble e) {
            return unanswered(
                    e.refused() ? Exit.REFUSED : Exit.UNAVAILABLE,
                    "the webhook was not posted (" + e.getMessage() + "); " + e.todo());
        } catch (NotSent e) {
            return unanswered(
                    Exit.UNAVAILABLE,
                    "the webhook was not posted (" + e.getMessage() + "); is anything listening there?");
        } catch (Unanswered e) {
            return unanswered(
                    Exit.UNKNOWN,
                    "the webhook was posted, and no usable answer came (" + e.getMessage()
                            + "); look whether it was taken");
        }
    }

    private static Posted answered(Reply reply) {
        OptionalInt status = OptionalInt.of(reply.status());
        if (reply.status() >= 200 && reply.status() < 300) {
            return new Posted(Exit.OK, status, "");
        }
        String said = reply.text().lines().findFirst().map(line -> ": " + line).orElse("");
        return new Posted(
                Exit.NO, status, "the target answered " + reply.status() + said + "; Vonage would deliver it again");
    }

    private static Posted unanswered(Exit exit, String complaint) {
        return new Posted(exit, OptionalInt.empty(), complaint);
    }

    private static String secret(Session session, Settings settings) {
        Setting secret = settings.find(Key.SIGNATURE_SECRET)
                .orElseThrow(
                        () -> Failure.configuration(
                                "no signature secret to sign with",
                                "set FBMSG_SIGNATURE_SECRET_PATH, run: fbmsg config set signature_secret_path FILE, or give --unsigned"));
        return session.signatureSecrets(secret).get(0);
    }
}
