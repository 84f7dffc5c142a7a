package fbmsg.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import fbmsg.fuzz.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whatever header and claims somebody signs who has the secret: never more than a verdict, and a valid one only where another
 * library finds an HS256 signature, the right hash, a date that is not too old, and no other application's.
 */
class ClaimsFuzzTest extends FuzzTest {
    private static final Instant NOW = Instant.ofEpochSecond(1767323045);
    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);
    private static final String SECRET = "a secret as long as others want it to be";
    private static final WebhookSignature SIGNATURE =
            new WebhookSignature(List.of(SECRET), Duration.ofHours(25), Optional.of("abcd1234"), Optional.of("app"));

    /** A line of header, and the claims. */
    @Override
    public List<byte[]> seeds() {
        String hash = "\"payload_hash\":\"44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a\"";
        return List.of(
                bytes("{\"alg\":\"HS256\",\"typ\":\"JWT\"}\n{\"iat\":1767323045," + hash + ",\"jti\":\"1\"}"),
                bytes("{\"typ\":\"JWT\",\"alg\":\"HS256\"}\n{" + hash
                        + ",\"api_key\":\"abcd1234\",\"iat\":1767233050}"),
                bytes("{\"alg\":\"HS256\"}\n{\"application_id\":\"app\"," + hash.replace("aff8a", "AFF8A")
                        + ",\"iat\":1767323100.25,\"exp\":1}"));
    }

    @Override
    protected List<String> words() {
        return List.of(
                "\"alg\":\"none\"",
                "HS512",
                "RS256",
                "hs256",
                "\"crit\":[\"exp\"],",
                "\"iat\":",
                "\"iat\":null",
                "\"",
                "{",
                "}",
                ",",
                "e9",
                "1e3",
                "-1",
                "1767323045",
                "1767233045",
                "1767233044",
                "1767323106",
                "999999999999",
                "9999999999999",
                "\"api_key\":\"x\",",
                "\"application_id\":1,",
                "\"application_id\":null,",
                "\"payload_hash\":\"\",",
                "\\u0061",
                ".5",
                "\n");
    }

    @Override
    protected int inputs() {
        return 2_000;
    }

    @Override
    protected List<String> outcomes() {
        return List.of("valid", "valid to nimbus", "invalid");
    }

    @Override
    public void check(byte[] input) throws Exception {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        int end = Math.max(0, text.indexOf('\n'));
        String signed =
                base64url(text.substring(0, end)) + "." + base64url(text.substring(Math.min(end + 1, text.length())));
        String token = signed + "." + Jws.base64url(hmac(signed));

        Verdict verdict = SIGNATURE.verify(Optional.of("Bearer " + token), BODY, NOW);

        String reason = verdict.match(valid -> "", Verdict.Invalid::reason, () -> "absent");
        met(reason.isEmpty() ? "valid" : "invalid");
        holds(!reason.equals("absent") && !reason.equals("is not signed with the signature secret"), "it is signed");
        if (reason.isEmpty()) {
            try {
                foundValid(token);
                met("valid to nimbus");
            } catch (ParseException e) {
                met("of a type that nimbus does not expect"); // of members that say nothing here
            }
        }
    }

    private static void foundValid(String token) throws ParseException, JOSEException, GeneralSecurityException {
        SignedJWT other = SignedJWT.parse(token);
        holds(other.verify(new MACVerifier(SECRET)), "nimbus finds it signed");
        JWTClaimsSet claims = other.getJWTClaimsSet();
        Date issued = claims.getIssueTime();
        holds(!issued.before(Date.from(NOW.minus(Duration.ofHours(25)))), "it is not too old");
        holds(!issued.after(Date.from(NOW.plusSeconds(61))), "it is of today");
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(BODY));
        holds(hash.equalsIgnoreCase(claims.getStringClaim("payload_hash")), "the hash is the body's");
        holds(isNoneOr("abcd1234", claims.getClaim("api_key")), "of this account");
        holds(isNoneOr("app", claims.getClaim("application_id")), "of this application");
    }

    /** Only texts and numbers name one. */
    private static boolean isNoneOr(String expected, Object claim) {
        return expected.equals(claim) || !(claim instanceof String || claim instanceof Number);
    }

    private static String base64url(String text) {
        return Jws.base64url(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] hmac(String signed) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
    }
}
