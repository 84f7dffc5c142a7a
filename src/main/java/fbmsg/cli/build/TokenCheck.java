package fbmsg.cli.build;

import fbmsg.cli.Session;
import fbmsg.config.Key;
import fbmsg.config.SecretText;
import fbmsg.config.Setting;
import fbmsg.config.Settings;
import fbmsg.jwt.ApplicationToken;
import fbmsg.jwt.PrivateKeyFile;
import fbmsg.jwt.PublicKeyFile;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.Optional;

/** Checks tokens against the key and the application that the settings name. */
final class TokenCheck {
    private final RSAPublicKey key;
    private final Optional<String> applicationId;
    private final Clock clock;

    private TokenCheck(RSAPublicKey key, Optional<String> applicationId, Clock clock) {
        this.key = key;
        this.applicationId = applicationId;
        this.clock = clock;
    }

    /**
     * @param publicKeyFile empty: the public half of the private key
     * @throws fbmsg.Failure if there is no usable key
     */
    public static TokenCheck of(Session session, Settings settings, Optional<String> publicKeyFile) {
        RSAPublicKey key;
        if (publicKeyFile.isEmpty()) {
            SecretText text = session.secret(settings.privateKey(), "private key");
            key = PrivateKeyFile.read(text.text(), text.source()).publicHalf();
        } else {
            String path = session.paths().resolve(publicKeyFile.get()).toString();
            Setting setting = new Setting(path, Setting.Form.PATH, "--public-key");
            SecretText text =
                    SecretText.read(setting, "public key", session.host().in());
            key = PublicKeyFile.read(text.text(), text.source());
        }
        return new TokenCheck(
                key, settings.value(Key.APPLICATION_ID), session.host().clock());
    }

    /** What is wrong with a token, completing the sentence "the token ..."; empty if nothing is. */
    public Optional<String> wrong(String token) {
        return ApplicationToken.verify(token, key, applicationId, clock.instant())
                .match(
                        valid -> Optional.empty(),
                        invalid -> Optional.of(invalid.reason()),
                        () -> Optional.of("is not there"));
    }
}
