package fbmsg.jwt;

import fbmsg.Failure;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** An application's private key, read from PEM: PKCS#8 or PKCS#1, RSA of 2048 bits or more, not encrypted. */
public final class PrivateKeyFile {
    private static final int SMALLEST = 2048;

    /** rsaEncryption and id-ecPublicKey, as DER has them. */
    private static final String RSA = "2a864886f70d010101";

    private static final String ELLIPTIC_CURVE = "2a8648ce3d0201";

    /** version, n, e, d, p, q, d mod (p - 1), d mod (q - 1), q⁻¹ mod p (RFC 8017, A.1.2). */
    private static final int NUMBERS = 9;

    private PrivateKeyFile() {}

    /**
     * @param source how the key is named to the user: its path, an environment variable, standard input
     * @throws Failure if this is not such a key, saying what it is instead
     */
    public static RsaKey read(String text, String source) {
        if (text.isBlank()) {
            throw Failure.data("the key " + source + " is empty", "give the private key of the Vonage application");
        }
        Pem pem = Pem.of(text);
        if (pem.has("PRIVATE KEY")) {
            return rsa(pem, "PRIVATE KEY", source);
        }
        if (pem.has("RSA PRIVATE KEY")) {
            if (pem.text().contains("ENCRYPTED")) {
                throw encrypted(source, "rsa");
            }
            return rsa(pem, "RSA PRIVATE KEY", source);
        }
        throw notAPrivateKey(pem, source);
    }

    private static RsaKey rsa(Pem pem, String label, String source) {
        byte[] der = pem.block(label).flatMap(Pem::bytes).orElseThrow(() -> truncated(source));
        RsaKey key = label.startsWith("RSA") ? numbers(der, source) : wrapped(der, source);
        if (key.modulus().bitLength() < SMALLEST) {
            throw Failure.data(
                    "the key " + source + " has " + key.modulus().bitLength() + " bits, RS256 needs " + SMALLEST,
                    "generate a new key pair for the application");
        }
        return key;
    }

    private static RsaKey wrapped(byte[] info, String source) {
        String algorithm = Der.algorithm(info).orElseThrow(() -> truncated(source));
        if (algorithm.equals(ELLIPTIC_CURVE)) {
            throw elliptic(source);
        }
        if (!algorithm.equals(RSA)) {
            throw Failure.data("the key " + source + " is not an RSA key", "give an RSA key: Vonage takes RS256 only");
        }
        return numbers(Der.rsaPrivateKey(info).orElseThrow(() -> truncated(source)), source);
    }

    private static RsaKey numbers(byte[] rsaPrivateKey, String source) {
        try {
            List<BigInteger> n = Der.integers(rsaPrivateKey, NUMBERS);
            return new RsaKey(n.get(1), n.get(2), n.get(4), n.get(5), n.get(6), n.get(7), n.get(8));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw truncated(source);
        }
    }

    private static Failure notAPrivateKey(Pem pem, String source) {
        if (pem.has("ENCRYPTED PRIVATE KEY")) {
            return encrypted(source, "pkey");
        }
        if (pem.has("EC PRIVATE KEY")) {
            return elliptic(source);
        }
        if (pem.has("PUBLIC KEY") || pem.has("RSA PUBLIC KEY")) {
            return Failure.data(
                    "the key " + source + " is a public key", "give the private key that belongs to the application");
        }
        if (pem.has("CERTIFICATE")) {
            return Failure.data(
                    "the key " + source + " is a certificate", "give the private key that belongs to the application");
        }
        Optional<String> label = pem.firstLabel();
        if (label.isPresent()) {
            return Failure.data(
                    "the key " + source + " is of the kind \"" + label.get() + "\"",
                    "give a PEM file that begins with -----BEGIN PRIVATE KEY-----");
        }
        String text = pem.text().strip();
        if (text.indexOf('\n') < 0
                && text.length() < 1024
                && (text.contains("/") || text.endsWith(".pem") || text.endsWith(".key"))) {
            return Failure.data(
                    "the key " + source + " holds a path, not a key",
                    "put the path into FBMSG_PRIVATE_KEY_PATH or private_key_path, or give it with --key");
        }
        return Failure.data(
                "the key " + source + " is not in PEM form",
                "give the file that begins with -----BEGIN PRIVATE KEY-----");
    }

    private static Failure encrypted(String source, String command) {
        return Failure.data(
                "the key " + source + " is encrypted",
                "decrypt it into a file that only you can read: openssl " + command + " -in FILE -out NEWFILE");
    }

    private static Failure elliptic(String source) {
        return Failure.data(
                "the key " + source + " is an elliptic-curve key", "give an RSA key: Vonage takes RS256 only");
    }

    private static Failure truncated(String source) {
        return Failure.data(
                "the key " + source + " is cut off or damaged", "copy it again, whole, from -----BEGIN to -----END");
    }
}
