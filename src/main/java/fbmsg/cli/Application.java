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
    private String token;
    private Instant tokenServesFrom = Instant.MAX;

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

    /** A token for a request: the same one for the first half of its life, since signing takes longer than sending. */
    public synchronized String token() {
        Instant now = host.clock().instant();
        boolean serves = !now.isBefore(tokenServesFrom) // a clock may be set back
                && now.isBefore(tokenServesFrom.plus(ApplicationToken.DEFAULT_LIFE.dividedBy(2)));
        if (!serves) {
            token = sign(claims(now, now.plus(ApplicationToken.DEFAULT_LIFE)).build());
            tokenServesFrom = now;
        }
        return token;
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
