package fbmsg.cli;

import fbmsg.config.SecretText;
import fbmsg.config.Settings;
import fbmsg.json.Document;
import fbmsg.jwt.ApplicationToken;
import fbmsg.jwt.PrivateKeyFile;
import fbmsg.jwt.RsaKey;
import java.time.Duration;
import java.time.Instant;

/** The Vonage application that the settings name: it signs tokens. */
public final class Application {
    private final Host host;
    private final String id;
    private final RsaKey key;

    private Application(Host host, String id, RsaKey key) {
        this.host = host;
        this.id = id;
        this.key = key;
    }

    /**
     * @throws fbmsg.Failure if there is no application id or no usable key
     */
    public static Application of(Session session, Settings settings) {
        String id = settings.applicationId();
        SecretText text = session.secret(settings.privateKey(), "private key");
        return new Application(session.host(), id, PrivateKeyFile.read(text.text(), text.source()));
    }

    /** A token for one request. */
    public String token() {
        Instant now = host.clock().instant();
        return sign(claims(now, now.plus(ApplicationToken.DEFAULT_LIFE)).build());
    }

    public Document.Builder claims(Instant issued, Instant expires) {
        return ApplicationToken.claims(id, issued, host.ids().get(), expires);
    }

    public String sign(Document claims) {
        return ApplicationToken.sign(claims, key);
    }

    public static Duration usualLife() {
        return ApplicationToken.DEFAULT_LIFE;
    }

    public static Duration longestLife() {
        return ApplicationToken.LONGEST_LIFE;
    }
}
