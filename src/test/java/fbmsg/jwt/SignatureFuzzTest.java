package fbmsg.jwt;

import fbmsg.fuzz.FuzzTest;
import fbmsg.json.Document;
import fbmsg.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A webhook's signature is valid with the token that was made for its body and with no other: any change of the token, and any of
 * the body but of insignificant white space, is refused.
 *
 * <p>One thing may change: how the signature itself is written. Its last character has two bits to spare and padding may stand
 * behind it, as the JDK decodes base64url; the bytes are the same ones. No token is known again by its text, so that is
 * harmless: the {@code jti} and the body's hash are what is compared.
 */
class SignatureFuzzTest extends FuzzTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final String SECRET = "a secret";
    private static final WebhookSignature SIGNATURE = new WebhookSignature(
            List.of("an older one", SECRET), Duration.ofHours(25), Optional.of("abcd1234"), Optional.of("app"));

    /** By the part that is signed: the signature's bytes, and the body. */
    private final Map<String, byte[]> signatures = new HashMap<>();

    private final Map<String, byte[]> bodies = new HashMap<>();

    @Override
    public List<byte[]> seeds() {
        return List.of(
                signed("{\"text\": \"Hi\",\n \"n\": 1.10}", Document.object()),
                signed("{\"text\":\"it's \\\" \\u0000 😀\"}", Document.object().with("jti", "0a1b")),
                signed("", Document.object().with("api_key", "abcd1234").with("application_id", "app")),
                signed("not JSON \" at all", Document.object()));
    }

    /** The Bearer token, a line end, the body. */
    private byte[] signed(String body, Document.Builder claims) {
        byte[] utf8 = body.getBytes(StandardCharsets.UTF_8);
        Document dated = claims.with("iat", NOW.getEpochSecond()).build();
        String token = WebhookSignature.sign(SECRET, dated, utf8).substring("Bearer ".length());
        String input = token.substring(0, token.lastIndexOf('.'));
        signatures.put(input, Base64.getUrlDecoder().decode(token.substring(token.lastIndexOf('.') + 1)));
        bodies.put(input, utf8);
        return (token + "\n" + body).getBytes(StandardCharsets.UTF_8);
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
                "\t",
                "\n",
                "\r",
                "+",
                "/",
                "é",
                "eyJhbGciOiJub25lIn0",
                "eyJhbGciOiJIUzI1NiJ9",
                "e30",
                "W10",
                "\"",
                "{",
                "}",
                "\\");
    }

    @Override
    protected int inputs() {
        return 4_000;
    }

    @Override
    protected List<String> outcomes() {
        return List.of("valid", "invalid");
    }

    @Override
    public void check(byte[] input) {
        int end = 0;
        while (end < input.length && input[end] != '\n') {
            end++;
        }
        String token = new String(input, 0, end, StandardCharsets.ISO_8859_1);
        byte[] body = Arrays.copyOfRange(input, Math.min(end + 1, input.length), input.length);

        Verdict verdict = SIGNATURE.verify(Optional.of("Bearer " + token), body, NOW);

        boolean valid = verdict.match(v -> true, v -> false, () -> false);
        met(valid ? "valid" : "invalid");
        same(valid, isRight(token.strip(), body), "valid");
        try {
            Jws.parse(token);
        } catch (Jws.Malformed e) {
            holds(!valid || !token.equals(token.strip()), "what is valid can be taken apart");
        }
    }

    private boolean isRight(String token, byte[] body) {
        int dot = token.lastIndexOf('.');
        byte[] right = dot < 0 ? null : signatures.get(token.substring(0, dot));
        if (right == null) {
            return false;
        }
        byte[] signed = bodies.get(token.substring(0, dot));
        if (!Arrays.equals(body, signed) && !Arrays.equals(JsonText.minify(body), signed)) {
            return false;
        }
        return isWritten(right, token.substring(dot + 1));
    }

    private static boolean isWritten(byte[] signature, String base64) {
        String canonical = Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        int last = canonical.length() - 1;
        if (base64.length() <= last || !base64.startsWith(canonical.substring(0, last))) {
            return false;
        }
        int sixBits = DIGITS.indexOf(base64.charAt(last));
        boolean sameBits = sixBits >= 0 && sixBits >> 2 == DIGITS.indexOf(canonical.charAt(last)) >> 2;
        return sameBits
                && (base64.length() == last + 1 || base64.substring(last + 1).equals("="));
    }
}
