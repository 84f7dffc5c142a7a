package fbmsg.jwt;

import fbmsg.json.Document;
import fbmsg.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of a webhook: an HS256 JWT in its {@code Authorization} header, with the hash of the body (Vonage's
 * documentation "Signed webhooks").
 *
 * <p>With {@code javax.crypto.Mac}: signature secrets may be shorter than the 256 bits that JWT libraries insist on.
 *
 * @param secrets any of them verifies; more than one during a rotation, or with sub-accounts
 * @param maxAge of a signature; Vonage delivers again for 24 h, perhaps with the first signature
 * @param apiKey what the claim must be if it is there; empty: not known
 * @param applicationId the same
 */
public record WebhookSignature(
        List<String> secrets, Duration maxAge, Optional<String> apiKey, Optional<String> applicationId) {
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(60);
    private static final String HEADER_JSON = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";

    /** The value of the header for a body: for whoever plays Vonage. */
    public static String sign(String secret, Document claimsWithoutHash, byte[] body) {
        Document.Builder claims = Document.object();
        claimsWithoutHash.members().orElseThrow().forEach(claims::with);
        claims.with("payload_hash", sha256(body));
        String signingInput = Jws.base64url(HEADER_JSON.getBytes(StandardCharsets.UTF_8))
                + "."
                + Jws.base64url(JsonText.compact(claims.build()).getBytes(StandardCharsets.UTF_8));
        byte[] mac = hmac(secret, signingInput.getBytes(StandardCharsets.US_ASCII));
        return "Bearer " + signingInput + "." + Jws.base64url(mac);
    }

    /**
     * @param authorization the header's value, if it is there
     * @param body the bytes as they came, unparsed
     */
    public Verdict verify(Optional<String> authorization, byte[] body, Instant now) {
        if (authorization.isEmpty() || !authorization.get().regionMatches(true, 0, "Bearer ", 0, 7)) {
            return new Verdict.Absent();
        }
        Jws jws;
        try {
            jws = Jws.parse(authorization.get().substring(7).strip());
        } catch (Jws.Malformed e) {
            return new Verdict.Invalid(e.getMessage());
        }
        if (!jws.isSignedWith("HS256")) {
            return new Verdict.Invalid(jws.otherThan("HS256"));
        }
        if (!signedByAny(jws)) {
            return new Verdict.Invalid("is not signed with the signature secret");
        }
        return wrongBody(jws.claims(), body)
                .or(() -> wrongDate(jws.claims(), now))
                .or(() -> other(jws.claims(), "api_key", apiKey))
                .or(() -> other(jws.claims(), "application_id", applicationId))
                .<Verdict>map(Verdict.Invalid::new)
                .orElseGet(() -> new Verdict.Valid(jws.claims()));
    }

    private boolean signedByAny(Jws jws) {
        boolean any = false;
        for (String secret : secrets) {
            any |= MessageDigest.isEqual(hmac(secret, jws.signingInput()), jws.signature());
        }
        return any;
    }

    /** The hash is of the body as sent, or (documented for other Vonage APIs) of the body without white space. */
    private static Optional<String> wrongBody(Document claims, byte[] body) {
        Optional<String> hash = claims.text("payload_hash");
        if (hash.isEmpty()) {
            return Optional.of("has no payload_hash");
        }
        boolean same =
                hash.get().equalsIgnoreCase(sha256(body)) || hash.get().equalsIgnoreCase(sha256(JsonText.minify(body)));
        return same ? Optional.empty() : Optional.of("was made for another body");
    }

    private Optional<String> wrongDate(Document claims, Instant now) {
        Optional<Instant> issued = Claims.time(claims, "iat");
        if (issued.isEmpty()) {
            return Optional.of("has no iat");
        }
        if (issued.get().isAfter(now.plus(CLOCK_SKEW))) {
            return Optional.of("was issued in the future, at " + issued.get());
        }
        return issued.get().isBefore(now.minus(maxAge))
                ? Optional.of("is too old, issued at " + issued.get())
                : Optional.empty();
    }

    private static Optional<String> other(Document claims, String name, Optional<String> expected) {
        Optional<String> actual = claims.textOrNumber(name);
        return expected.isEmpty() || actual.isEmpty() || actual.equals(expected)
                ? Optional.empty()
                : Optional.of(
                        "is of " + name + " " + actual.get() + ", and the setting " + name + " is " + expected.get());
    }

    @Override
    public String toString() {
        return "WebhookSignature[secrets not shown]";
    }

    private static byte[] hmac(String secret, byte[] bytes) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA256", e);
        }
    }

    /** Lower-case hexadecimal. */
    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
