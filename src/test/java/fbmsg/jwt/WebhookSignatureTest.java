package fbmsg.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.TestFiles;
import fbmsg.json.Document;
import fbmsg.json.Json;
import fbmsg.json.MalformedJson;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignatureTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final byte[] BODY =
            TestFiles.text("vectors/webhook-body.json").getBytes(StandardCharsets.UTF_8);
    private static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";

    /**
     * Made by {@code openssl dgst -sha256 -hmac s3cret}; jsonwebtoken, with which Vonage's own library for Node works, makes
     * the same bytes, and the library's verifySignature takes them (vectors/make-vectors.sh).
     */
    private static final String VECTOR = "Bearer " + TestFiles.text("vectors/webhook-signature.jwt");

    private static final WebhookSignature SIGNATURE =
            new WebhookSignature(List.of("s3cret"), Duration.ofHours(25), Optional.empty(), Optional.empty());

    @Test
    void opensslsAndVonagesSignatureIsValid() {
        assertThat(verify(SIGNATURE, VECTOR, BODY)).isEqualTo("valid");
    }

    @Test
    void aSignatureIsTheOneThatOpensslMakes() throws MalformedJson {
        Document claims =
                Json.parse("{\"iss\":\"Vonage\",\"iat\":1767323045,\"jti\":\"22222222-0000-4000-8000-000000000001\","
                        + "\"api_key\":\"abcd1234\",\"application_id\":\"11111111-2222-3333-4444-555555555555\"}");

        assertThat(WebhookSignature.sign("s3cret", claims, BODY)).isEqualTo(VECTOR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic YWJjOnh5eg==", "Bearer", "bearer-ish x"})
    void withoutATokenItIsAbsent(String header) {
        assertThat(verify(SIGNATURE, header, BODY)).isEqualTo("absent");
        assertThat(SIGNATURE.verify(Optional.empty(), BODY, NOW)).isEqualTo(new Verdict.Absent());
    }

    @Test
    void theSchemesCaseAndSpacesDoNotMatter() {
        assertThat(verify(SIGNATURE, VECTOR.replace("Bearer ", "bEARER   ") + " ", BODY))
                .isEqualTo("valid");
    }

    @Test
    void anyOfSeveralSecretsVerifiesHoweverShort() {
        assertThat(verify(withSecrets("other", "s3cret"), VECTOR, BODY)).isEqualTo("valid");
        assertThat(verify(withSecrets("x"), signed(HEADER, claims("\"iat\":1767323045"), "x"), BODY))
                .isEqualTo("valid");
        assertThat(verify(withSecrets("é😀"), signed(HEADER, claims("\"iat\":1767323045"), "é😀"), BODY))
                .isEqualTo("valid");
    }

    @Test
    void aWrongSecretNoSecretOrAnotherTokensSignatureIsRefused() {
        String refused = "is not signed with the signature secret";

        assertThat(verify(withSecrets("s3cret "), VECTOR, BODY)).isEqualTo(refused);
        assertThat(verify(withSecrets("S3CRET"), VECTOR, BODY)).isEqualTo(refused);
        assertThat(verify(withSecrets(), VECTOR, BODY)).isEqualTo(refused);
        assertThat(verify(SIGNATURE, VECTOR.substring(0, VECTOR.lastIndexOf('.') + 1), BODY))
                .isEqualTo(refused);
        assertThat(verify(SIGNATURE, "Bearer " + TestFiles.text("vectors/application-token.jwt"), BODY))
                .isEqualTo("is signed with RS256, not HS256");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"alg\":\"none\"}|is signed with none, not HS256",
                "{\"alg\":\"RS256\",\"typ\":\"JWT\"}|is signed with RS256, not HS256",
                "{\"alg\":\"HS512\"}|is signed with HS512, not HS256",
                "{\"alg\":\"hs256\"}|is signed with hs256, not HS256",
                "{\"typ\":\"JWT\"}|is signed with no algorithm, not HS256",
                "{\"alg\":\"HS256\",\"crit\":[\"exp\"]}|asks for extensions (crit) that are not known",
                "{\"alg\":\"HS256\",\"crit\":null}|asks for extensions (crit) that are not known",
                "{\"alg\":\"HS256\"}|valid"
            })
    void onlyHs256IsTakenThoughTheSecretIsRight(String header, String verdict) {
        assertThat(verify(SIGNATURE, signed(header, claims("\"iat\":1767323045"), "s3cret"), BODY))
                .isEqualTo(verdict);
    }

    @Test
    void aTokenThatIsNoneIsInvalidNotAbsent() {
        assertThat(verify(SIGNATURE, "Bearer ", BODY)).isEqualTo("is empty");
        assertThat(verify(SIGNATURE, "Bearer x", BODY)).isEqualTo("is not three parts with dots between");
    }

    @Test
    void aChangedBodyIsRefusedAndOneWithOtherWhiteSpaceOnlyIfItsMinifiedFormWasNotSigned() {
        String text = TestFiles.text("vectors/webhook-body.json");

        assertThat(verify(SIGNATURE, VECTOR, utf8(text.replace("Hello", "hello"))))
                .isEqualTo("was made for another body");
        assertThat(verify(SIGNATURE, VECTOR, utf8(""))).isEqualTo("was made for another body");
        assertThat(verify(SIGNATURE, VECTOR, utf8(text.replace(":", ": ").replace(",", ",\r\n\t"))))
                .isEqualTo("was made for another body"); // 14:00:00 has changed inside its quotes
        assertThat(verify(
                        SIGNATURE,
                        VECTOR,
                        utf8(" " + text.replace("\":", "\" : ").replace("},", "},\r\n\t") + "\n")))
                .isEqualTo("valid");
        String ofSpaced = signed(HEADER, claims("\"iat\":1767323045", utf8(text + "\n")), "s3cret");
        assertThat(verify(SIGNATURE, ofSpaced, utf8(text + "\n"))).isEqualTo("valid");
        assertThat(verify(SIGNATURE, ofSpaced, utf8(text))).isEqualTo("was made for another body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"payload_hash\":null", ",\"payload_hash\":7"})
    void withoutPayloadHashATokenCouldBePutOnAnyBody(String member) {
        assertThat(verify(SIGNATURE, signed(HEADER, "{\"iat\":1767323045" + member + "}", "s3cret"), BODY))
                .isEqualTo("has no payload_hash");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"iat\":1767323105|valid",
                "\"iat\":1767323106|was issued in the future, at 2026-01-02T03:05:06Z",
                "\"iat\":1767233045|valid",
                "\"iat\":1767233044|is too old, issued at 2026-01-01T02:04:04Z",
                "\"iat\":0|is too old, issued at 1970-01-01T00:00:00Z",
                "\"iat\":999999999999|was issued in the future, at +33658-09-27T01:46:39Z",
                "\"iat\":1767323045.9|valid",
                "\"jti\":\"j\"|has no iat",
                "\"iat\":\"1767323045\"|has no iat",
                "\"iat\":-1|has no iat",
                "\"iat\":1e999|has no iat",
                "\"iat\":1e999999999|has no iat",
                "\"iat\":99999999999999999999999999|has no iat",
                "\"iat\":null|has no iat"
            })
    void theTimeOfIssueIsAtMostAMinuteAheadAndMaxAgeOld(String claim, String verdict) {
        assertThat(verify(SIGNATURE, signed(HEADER, claims(claim), "s3cret"), BODY))
                .isEqualTo(verdict);
    }

    @Test
    void anAgeWithoutBoundsIsNoOverflow() {
        WebhookSignature ever = new WebhookSignature(
                List.of("s3cret"), Duration.ofHours(999_999_999), Optional.empty(), Optional.empty());

        assertThat(verify(ever, signed(HEADER, claims("\"iat\":0"), "s3cret"), BODY))
                .isEqualTo("valid");
    }

    @Test
    void theApiKeyAndTheApplicationMustBeOursWhereBothAreKnown() {
        WebhookSignature ours = new WebhookSignature(
                List.of("s3cret"), Duration.ofHours(25), Optional.of("abcd1234"), Optional.of("app-1"));

        assertThat(verify(ours, signed(HEADER, claims("\"iat\":1767323045"), "s3cret"), BODY))
                .isEqualTo("valid");
        assertThat(verify(ours, ofAccount("\"api_key\":\"abcd1234\",\"application_id\":\"app-1\""), BODY))
                .isEqualTo("valid");
        assertThat(verify(ours, ofAccount("\"api_key\":\"other\",\"application_id\":\"app-1\""), BODY))
                .isEqualTo("is of api_key other, and the setting api_key is abcd1234");
        assertThat(verify(ours, ofAccount("\"api_key\":\"abcd1234\",\"application_id\":\"app-2\""), BODY))
                .isEqualTo("is of application_id app-2, and the setting application_id is app-1");
        assertThat(verify(SIGNATURE, ofAccount("\"api_key\":\"any\",\"application_id\":\"any\""), BODY))
                .isEqualTo("valid");
    }

    private static String ofAccount(String members) {
        return signed(HEADER, claims("\"iat\":1767323045," + members), "s3cret");
    }

    private static WebhookSignature withSecrets(String... secrets) {
        return new WebhookSignature(List.of(secrets), Duration.ofHours(25), Optional.empty(), Optional.empty());
    }

    private static String verify(WebhookSignature signature, String header, byte[] body) {
        return signature
                .verify(Optional.of(header), body, NOW)
                .match(valid -> "valid", Verdict.Invalid::reason, () -> "absent");
    }

    private static String claims(String members) {
        return claims(members, BODY);
    }

    private static String claims(String members, byte[] body) {
        return "{" + members + ",\"payload_hash\":\"" + Hashes.sha256(body) + "\"}";
    }

    private static String signed(String header, String claims, String secret) {
        String input = Jws.base64url(utf8(header)) + "." + Jws.base64url(utf8(claims));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(utf8(secret), "HmacSHA256"));
            return "Bearer " + input + "." + Jws.base64url(mac.doFinal(utf8(input)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static final class Hashes {
        static String sha256(byte[] bytes) {
            try {
                return java.util.HexFormat.of()
                        .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                                .digest(bytes));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
