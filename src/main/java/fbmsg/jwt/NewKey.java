package fbmsg.jwt;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;

/**
 * A key pair made for an application: RSA of 2048 bits, as Vonage's dashboard makes them.
 *
 * @param privatePem PKCS#8 PEM with a final newline
 */
public record NewKey(String privatePem, RSAPublicKey publicKey) {

    public static NewKey generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(pair.getPrivate().getEncoded());
            return new NewKey("-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n", (RSAPublicKey)
                    pair.getPublic());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no RSA", e);
        }
    }

    @Override
    public String toString() {
        return "NewKey[not shown]";
    }
}
