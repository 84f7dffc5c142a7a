package fbmsg.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import fbmsg.json.Document;
import fbmsg.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The JWT by which an application shows who it is: RS256, with {@code application_id}, {@code iat}, {@code jti} and
 * usually {@code exp} (Vonage's documentation "Authentication", and its JWT libraries).
 */
public final class ApplicationToken {
    /** What the server assumes where a token has no {@code exp}. */
    public static final Duration DEFAULT_LIFE = Duration.ofMinutes(15);

    /** The longest life that the server accepts. */
    public static final Duration LONGEST_LIFE = Duration.ofHours(24);

    /** How far clocks may differ; nothing is documented, a minute is what webhooks are given too. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

    private static final String HEADER_JSON = "{\"alg\":\"RS256\",\"typ\":\"JWT\"}";

    private ApplicationToken() {}

    /** Signs claims as they are, in their order. */
    public static String sign(Document claims, RsaKey key) {
        String signingInput = Jws.base64url(utf8(HEADER_JSON)) + "." + Jws.base64url(utf8(JsonText.compact(claims)));
        return signingInput + "." + Jws.base64url(Rs256.sign(utf8(signingInput), key));
    }

    /** The claims that every token of an application has. */
    public static Document.Builder claims(String applicationId, Instant issued, String id, Instant expires) {
        return Document.object()
                .with("application_id", applicationId)
                .with("iat", issued.getEpochSecond())
                .with("jti", id)
                .with("exp", expires.getEpochSecond());
    }

    /**
     * Checks a token as the server does: its form, RS256, the signature, its dates, and whose it is.
     *
     * @param applicationId empty: any application's
     */
    public static Verdict verify(String token, RSAPublicKey key, Optional<String> applicationId, Instant now) {
        Jws jws;
        try {
            jws = Jws.parse(token);
        } catch (Jws.Malformed e) {
            return new Verdict.Invalid(e.getMessage());
        }
        if (!jws.isSignedWith("RS256")) {
            return new Verdict.Invalid(jws.otherThan("RS256"));
        }
        try {
            if (!new RSASSAVerifier(key)
                    .verify(new JWSHeader(JWSAlgorithm.RS256), jws.signingInput(), Base64URL.encode(jws.signature()))) {
                return new Verdict.Invalid("is not signed by this key");
            }
        } catch (JOSEException e) {
            return new Verdict.Invalid("is not signed by this key");
        }
        return wrongDate(jws.claims(), now)
                .or(() -> wrongApplication(jws.claims(), applicationId))
                .or(() -> jws.claims().text("jti").isPresent() ? Optional.empty() : Optional.of("has no jti"))
                .<Verdict>map(Verdict.Invalid::new)
                .orElseGet(() -> new Verdict.Valid(jws.claims()));
    }

    private static Optional<String> wrongApplication(Document claims, Optional<String> expected) {
        Optional<String> actual = claims.text("application_id");
        if (actual.isEmpty()) {
            return Optional.of("has no application_id");
        }
        return expected.isEmpty() || expected.equals(actual)
                ? Optional.empty()
                : Optional.of("is of application " + actual.get() + ", not " + expected.get());
    }

    private static Optional<String> wrongDate(Document claims, Instant now) {
        Optional<Instant> issued = Claims.time(claims, "iat");
        if (issued.isEmpty()) {
            return Optional.of("has no iat");
        }
        for (String name : new String[] {"exp", "nbf"}) {
            if (claims.member(name).isPresent() && Claims.time(claims, name).isEmpty()) {
                return Optional.of("has an " + name + " that is not a time in seconds");
            }
        }
        Instant expires = Claims.time(claims, "exp").orElse(issued.get().plus(DEFAULT_LIFE));
        Optional<Instant> notBefore = Claims.time(claims, "nbf");
        if (issued.get().isAfter(now.plus(CLOCK_SKEW))) {
            return Optional.of("was issued in the future, at " + issued.get());
        }
        if (!expires.isAfter(now)) {
            return Optional.of("expired at " + expires);
        }
        if (notBefore.isPresent() && notBefore.get().isAfter(now)) {
            return Optional.of("is not valid before " + notBefore.get());
        }
        if (expires.isAfter(issued.get().plus(LONGEST_LIFE))) {
            return Optional.of("lives longer than 24 h, until " + expires);
        }
        return Optional.empty();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
