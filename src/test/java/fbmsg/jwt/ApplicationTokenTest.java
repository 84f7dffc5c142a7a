package fbmsg.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.TestFiles;
import fbmsg.json.Document;
import fbmsg.json.Json;
import fbmsg.json.JsonText;
import fbmsg.json.MalformedJson;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicationTokenTest {
    private static final RsaKey KEY = PrivateKeyFile.read(TestFiles.text("keys/pkcs8.pem"), "K");
    private static final RSAPublicKey PUBLIC = KEY.publicHalf();
    private static final String APPLICATION = "11111111-2222-3333-4444-555555555555";
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    /**
     * The same bytes as OpenSSL's, made from the same header, claims and key by
     * {@code openssl dgst -sha256 -sign keys/pkcs8.pem} (vectors/make-vectors.sh).
     */
    @Test
    void aTokenIsTheOneThatOpensslMakes() {
        Document claims = ApplicationToken.claims(
                        APPLICATION, NOW, "00000000-0000-4000-8000-000000000001", NOW.plusSeconds(900))
                .build();

        assertThat(ApplicationToken.sign(claims, KEY)).isEqualTo(TestFiles.text("vectors/application-token.jwt"));
    }

    @Test
    void opensslsTokenAndVonagesOwnLibrarysAreValid() {
        assertThat(verify(TestFiles.text("vectors/application-token.jwt"))).isEqualTo("valid");
        assertThat(verify(TestFiles.text("vectors/vonage-application-token.jwt")))
                .isEqualTo("valid");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                // the dates, 1767323045 being now
                "{\"application_id\":A,\"iat\":1767323045,\"jti\":\"j\"}|valid",
                "{\"application_id\":A,\"iat\":1767322146,\"jti\":\"j\"}|valid",
                "{\"application_id\":A,\"iat\":1767322145,\"jti\":\"j\"}|expired at 2026-01-02T03:04:05Z",
                "{\"application_id\":A,\"iat\":1767323105,\"jti\":\"j\"}|valid",
                "{\"application_id\":A,\"iat\":1767323106,\"jti\":\"j\"}|was issued in the future, at"
                        + " 2026-01-02T03:05:06Z",
                "{\"application_id\":A,\"iat\":1767323045,\"jti\":\"j\",\"exp\":1767323046}|valid",
                "{\"application_id\":A,\"iat\":1767323040,\"jti\":\"j\",\"exp\":1767323045}|expired at"
                        + " 2026-01-02T03:04:05Z",
                "{\"application_id\":A,\"iat\":1767323045,\"jti\":\"j\",\"exp\":1767409445}|valid",
                "{\"application_id\":A,\"iat\":1767323045,\"jti\":\"j\",\"exp\":1767409446}|lives longer than 24 h,"
                        + " until 2026-01-03T03:04:06Z",
                "{\"application_id\":A,\"iat\":1767323045,\"jti\":\"j\",\"nbf\":1767323045}|valid",
                "{\"application_id\":A,\"iat\":1767323045,\"jti\":\"j\",\"nbf\":1767323046}|is not valid before"
                        + " 2026-01-02T03:04:06Z",
                "{\"application_id\":A,\"iat\":1767323045.75,\"jti\":\"j\"}|valid",
                "{\"application_id\":A,\"jti\":\"j\"}|has no iat",
                "{\"application_id\":A,\"iat\":\"1767323045\",\"jti\":\"j\"}|has no iat",
                "{\"application_id\":A,\"iat\":-1,\"jti\":\"j\"}|has no iat",
                "{\"application_id\":A,\"iat\":1e999999999,\"jti\":\"j\"}|has no iat",
                "{\"application_id\":A,\"iat\":1767323045,\"jti\":\"j\",\"exp\":\"soon\"}|has an exp that is not a time in"
                        + " seconds",
                "{\"application_id\":A,\"iat\":1767323045,\"jti\":\"j\",\"exp\":null}|has an exp that is not a time in"
                        + " seconds",
                "{\"application_id\":A,\"iat\":1767323045,\"jti\":\"j\",\"exp\":17673239450000}|has an exp that is not a"
                        + " time in seconds",
                // an nbf that is no time was once taken as if it were not there
                "{\"application_id\":A,\"iat\":1767323045,\"jti\":\"j\",\"nbf\":\"soon\"}|has an nbf that is not a time in"
                        + " seconds",
                // whose it is
                "{\"iat\":1767323045,\"jti\":\"j\"}|has no application_id",
                "{\"application_id\":7,\"iat\":1767323045,\"jti\":\"j\"}|has no application_id",
                "{\"application_id\":\"other\",\"iat\":1767323045,\"jti\":\"j\"}|is of application other, not"
                        + " 11111111-2222-3333-4444-555555555555",
                "{\"application_id\":A,\"iat\":1767323045}|has no jti",
                "{\"application_id\":A,\"iat\":1767323045,\"jti\":7}|has no jti"
            })
    void theClaimsAreCheckedAsTheServerDoes(String claims, String verdict) throws MalformedJson {
        Document document = Json.parse(claims.replace(":A,", ":\"" + APPLICATION + "\","));

        assertThat(verify(ApplicationToken.sign(document, KEY))).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "^^|is empty",
                "a|is not three parts with dots between",
                "a.b|is not three parts with dots between",
                "e30.e30.x.y|is not three parts with dots between",
                "!.e30.|has a header part that is not base64url",
                "e30.é.|has a claims part that is not base64url",
                "e30.e30.*|has a signature part that is not base64url",
                "e30=.e30.+/|has a signature part that is not base64url",
                ".e30.|has a header part that is not JSON",
                "W10.e30.|has a header part that is not a JSON object",
                "e30.MQ.|has a claims part that is not a JSON object",
                "e30._w.|has a claims part that is not JSON",
                "e30.e30.|is signed with no algorithm, not RS256"
            })
    void aTokenThatIsNoneSaysWhy(String token, String verdict) {
        assertThat(verify(token)).isEqualTo(verdict);
    }

    /** A header that names another algorithm must not choose how the token is checked, even if its signature is right. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"alg\":\"none\"}|is signed with none, not RS256",
                "{\"alg\":\"HS256\",\"typ\":\"JWT\"}|is signed with HS256, not RS256",
                "{\"alg\":\"RS512\"}|is signed with RS512, not RS256",
                "{\"alg\":\"rs256\"}|is signed with rs256, not RS256",
                "{\"alg\":256}|is signed with no algorithm, not RS256",
                "{\"alg\":\"RS256\",\"crit\":[\"b64\"],\"b64\":false}|asks for extensions (crit) that are not known",
                "{\"alg\":\"RS256\",\"alg\":\"none\"}|has a header part that is not JSON",
                "{\"typ\":\"JWT\",\"alg\":\"RS256\"}|valid",
                "{\"alg\":\"RS256\"}|valid"
            })
    void onlyRs256IsTaken(String header, String verdict) {
        String claims = "{\"application_id\":\"" + APPLICATION + "\",\"iat\":1767323045,\"jti\":\"j\"}";

        assertThat(verify(signed(header, claims))).isEqualTo(verdict);
    }

    @Test
    void anotherKeysSignatureAndAChangedTokenAreRefused() {
        String token = TestFiles.text("vectors/application-token.jwt");
        String[] parts = token.split("\\.");
        String claims = new String(java.util.Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String changed = Jws.base64url(claims.replace("1111-2222", "1111-2223").getBytes(StandardCharsets.UTF_8));
        RSAPublicKey other =
                PrivateKeyFile.read(TestFiles.text("keys/other.pem"), "other").publicHalf();

        assertThat(reason(ApplicationToken.verify(token, other, Optional.empty(), NOW)))
                .isEqualTo("is not signed by this key");
        assertThat(verify(parts[0] + "." + changed + "." + parts[2])).isEqualTo("is not signed by this key");
        assertThat(verify(parts[0] + "." + parts[1] + ".")).isEqualTo("is not signed by this key");
        assertThat(verify(parts[0] + "." + parts[1] + "." + "A".repeat(10_000))).isEqualTo("is not signed by this key");
    }

    @Test
    void withoutAnApplicationToCompareAnyWillDo() throws MalformedJson {
        Document claims = Json.parse("{\"application_id\":\"other\",\"iat\":1767323045,\"jti\":\"j\"}");

        Verdict verdict = ApplicationToken.verify(ApplicationToken.sign(claims, KEY), PUBLIC, Optional.empty(), NOW);

        assertThat(verdict).isEqualTo(new Verdict.Valid(claims));
        assertThat(JsonText.compact(claims)).contains("other");
    }

    private static String signed(String header, String claims) {
        String input = Jws.base64url(header.getBytes(StandardCharsets.UTF_8)) + "."
                + Jws.base64url(claims.getBytes(StandardCharsets.UTF_8));
        return input + "." + Jws.base64url(Rs256.sign(input.getBytes(StandardCharsets.US_ASCII), KEY));
    }

    private static String verify(String token) {
        return reason(ApplicationToken.verify(token, PUBLIC, Optional.of(APPLICATION), NOW));
    }

    private static String reason(Verdict verdict) {
        return verdict.match(valid -> "valid", Verdict.Invalid::reason, () -> "absent");
    }
}
