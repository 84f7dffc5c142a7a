package fbmsg.jwt;

import fbmsg.TestFiles;
import fbmsg.fuzz.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An application's token is valid as it was signed, and however its last characters write the same signature; no other is. */
class ApplicationTokenFuzzTest extends FuzzTest {
    private static final Instant NOW = Instant.ofEpochSecond(1767323045);

    private final RSAPublicKey key = PublicKeyFile.read(TestFiles.text("keys/public.pem"), "K");
    private final List<String> tokens = Stream.of("a", "an id with \" and 😀")
            .map(id -> ApplicationToken.sign(
                    ApplicationToken.claims("app", NOW, id, NOW.plusSeconds(60)).build(),
                    PrivateKeyFile.read(TestFiles.text("keys/pkcs8.pem"), "K")))
            .toList();

    @Override
    public List<byte[]> seeds() {
        return tokens.stream()
                .map(token -> token.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    @Override
    protected List<String> words() {
        return List.of(
                ".",
                "=",
                "==",
                "A",
                "-",
                "_",
                " ",
                "\n",
                "é",
                "eyJhbGciOiJub25lIn0",
                "eyJhbGciOiJIUzI1NiJ9",
                "e30",
                "AAAA");
    }

    @Override
    protected int inputs() {
        return 1_500;
    }

    @Override
    protected List<String> outcomes() {
        return List.of("valid", "invalid");
    }

    @Override
    public void check(byte[] input) {
        String token = new String(input, StandardCharsets.UTF_8);

        Verdict verdict = ApplicationToken.verify(token, key, Optional.of("app"), NOW);

        boolean valid = verdict.match(v -> true, v -> false, () -> false);
        met(valid ? "valid" : "invalid");
        holds(valid || !tokens.contains(token), "what was signed is valid");
        if (valid) {
            holds(tokens.stream().anyMatch(right -> sameSignature(right, token)), "what is valid was signed");
        }
    }

    private static boolean sameSignature(String right, String token) {
        try {
            return right.substring(0, right.lastIndexOf('.')).equals(token.substring(0, token.lastIndexOf('.')))
                    && Arrays.equals(
                            Jws.parse(right).signature(), Jws.parse(token).signature());
        } catch (Jws.Malformed e) {
            return false;
        }
    }
}
