package fbmsg.jwt;

import fbmsg.Failure;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** An application's public key as PEM: SubjectPublicKeyInfo ({@code PUBLIC KEY}) or PKCS#1 ({@code RSA PUBLIC KEY}). */
public final class PublicKeyFile {
    private PublicKeyFile() {}

    /**
     * @param source how the key is named to the user
     * @throws Failure if this is not an RSA public key
     */
    public static RSAPublicKey read(String text, String source) {
        Pem pem = Pem.of(text);
        if (pem.has("PRIVATE KEY") || pem.has("RSA PRIVATE KEY")) {
            throw Failure.data(
                    "the key " + source + " is a private key",
                    "give the public one, or name the private one with --key");
        }
        byte[] info = pem.block("PUBLIC KEY")
                .flatMap(Pem::bytes)
                .or(() -> pem.block("RSA PUBLIC KEY").flatMap(Pem::bytes).map(Der::publicKeyInfo))
                .orElseThrow(() -> unusable(source));
        try {
            return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(info));
        } catch (GeneralSecurityException e) {
            throw unusable(source);
        }
    }

    /** As PEM, with a final newline. */
    public static String print(RSAPublicKey key) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
    }

    private static Failure unusable(String source) {
        return Failure.data(
                "the key " + source + " is not an RSA public key in PEM form",
                "give the file that begins with -----BEGIN PUBLIC KEY-----");
    }
}
