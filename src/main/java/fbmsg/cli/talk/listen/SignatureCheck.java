package fbmsg.cli.talk.listen;

import fbmsg.Failure;
import fbmsg.cli.Session;
import fbmsg.cli.talk.listen.plan.Verify;
import fbmsg.config.Key;
import fbmsg.config.Setting;
import fbmsg.config.Settings;
import fbmsg.jwt.WebhookSignature;
import java.time.Duration;
import java.util.Optional;

/** What the signatures of webhooks are checked with: the secrets, the account and the application of the settings. */
public final class SignatureCheck {
    private SignatureCheck() {}

    /**
     * Says, once, if they are not checked for want of a secret.
     *
     * @param maxAge how old a signature may be
     * @return empty: signatures are not checked
     * @throws Failure if they must be and there is no secret, or it cannot be read
     */
    public static Optional<WebhookSignature> of(Session session, Settings settings, Verify verify, Duration maxAge) {
        if (verify == Verify.OFF) {
            return Optional.empty();
        }
        Optional<Setting> secret = settings.find(Key.SIGNATURE_SECRET);
        if (secret.isEmpty()) {
            if (verify == Verify.REQUIRE) {
                throw Failure.configuration(
                        "--verify require needs the signature secret",
                        "set FBMSG_SIGNATURE_SECRET_PATH, or run: fbmsg config set signature_secret_path FILE");
            }
            session.note("no signature secret is configured: signatures are not checked");
            return Optional.empty();
        }
        return Optional.of(new WebhookSignature(
                session.signatureSecrets(secret.get()),
                maxAge,
                settings.value(Key.API_KEY),
                settings.value(Key.APPLICATION_ID)));
    }
}
