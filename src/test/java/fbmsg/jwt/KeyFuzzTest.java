package fbmsg.jwt;

import fbmsg.Failure;
import fbmsg.TestFiles;
import fbmsg.fuzz.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Any text is a key or refused with a sentence, in PEM or wrapped into it; a private key that was read has a public
 * half. The digest of any bytes is the JDK's.
 */
class KeyFuzzTest extends FuzzTest {
    private static final List<String> LABELS =
            List.of("PRIVATE KEY", "RSA PRIVATE KEY", "PUBLIC KEY", "RSA PUBLIC KEY");

    /** The keys' DER, and one as PEM. */
    @Override
    public List<byte[]> seeds() {
        return Stream.concat(
                        Stream.of("pkcs8", "pkcs1", "ec-pkcs8", "ed25519", "public", "public-pkcs1")
                                .map(name -> Base64.getMimeDecoder()
                                        .decode(TestFiles.text("keys/" + name + ".pem")
                                                .replaceAll("-----[^-]*-----", "")
                                                .replaceAll("\\s", ""))),
                        Stream.of(TestFiles.text("keys/one-line.pem").getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    @Override
    protected List<String> words() {
        return List.of(
                "-----BEGIN ",
                "-----END ",
                "-----BEGIN RSA PRIVATE KEY-----",
                "END RSA PRIVATE KEY-----",
                "PRIVATE KEY-----",
                "RSA ",
                "ENCRYPTED",
                "-----",
                "\\n",
                "\n",
                "=",
                "0\u0082",
                "\u0002\u0001\0",
                "0\0",
                "\u0004\u0001",
                "\u0006\t",
                "\u0005\0",
                "\ufeff",
                "/home/",
                ".pem");
    }

    @Override
    protected int inputs() {
        return 1_500;
    }

    @Override
    protected List<String> outcomes() {
        return List.of("private", "public", "none");
    }

    @Override
    public void check(byte[] input) throws GeneralSecurityException {
        same(Sha256.digest(input), MessageDigest.getInstance("SHA-256").digest(input), "SHA-256");
        read(new String(input, StandardCharsets.UTF_8));
        for (String label : LABELS) {
            read("-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(input) + "\n-----END "
                    + label + "-----\n");
        }
    }

    private void read(String text) throws GeneralSecurityException {
        Optional<RsaKey> key = Optional.empty();
        try {
            key = Optional.of(PrivateKeyFile.read(text, "K"));
        } catch (Failure e) {
            refused(e);
        }
        if (key.isPresent()) {
            met("private");
            key.get().publicHalf();
        }
        try {
            PublicKeyFile.read(text, "K");
            met("public");
        } catch (Failure e) {
            refused(e);
        }
    }

    private void refused(Failure e) {
        met("none");
        holds(e.kind() == Failure.Kind.DATA && e.getMessage().startsWith("the key K "), "it names the key");
        holds(e.getMessage().indexOf('\n') < 0 && e.getMessage().contains("; "), "one line that says what to do");
    }
}
