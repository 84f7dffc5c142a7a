package fbmsg.cli.build;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.TestFiles;
import fbmsg.cli.TestHost;
import fbmsg.cli.TestHost.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code jwt decode} and {@code jwt verify}. */
class JwtReadingCommandsTest {
    private static final String TOKEN = TestFiles.text("vectors/application-token.jwt");
    private static final String UNVERIFIED =
            "fbmsg: unverified: anybody can write such a token; to check it: fbmsg jwt verify\n";
    private static final String DECODED = """
            {
              "header": {
                "alg": "RS256",
                "typ": "JWT"
              },
              "claims": {
                "application_id": "11111111-2222-3333-4444-555555555555",
                "iat": 1767323045,
                "jti": "00000000-0000-4000-8000-000000000001",
                "exp": 1767323945
              },
              "dates": {
                "iat": "2026-01-02T03:04:05Z",
                "exp": "2026-01-02T03:19:05Z"
              }
            }
            """;

    @TempDir
    private Path home;

    @Test
    void decodeShowsHeaderClaimsAndDates() {
        TestHost.in(home).run("jwt", "decode", TOKEN).is(0, DECODED, UNVERIFIED);
        TestHost.in(home).run("jwt", "decode", "-q", TOKEN).is(0, DECODED, "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%s", "%s\n", "  %s\r\n", "Bearer %s", "Authorization: Bearer %s\n", "authorization:bearer  %s"})
    void aTokenComesFromStandardInputOrAnArgumentBareOrAsAHeader(String form) {
        String text = String.format(form, TOKEN);

        TestHost.in(home).stdin(text).run("jwt", "decode").is(0, DECODED, UNVERIFIED);
        TestHost.in(home).stdin(text).run("jwt", "decode", "-").is(0, DECODED, UNVERIFIED);
        TestHost.in(home).run("jwt", "decode", text).is(0, DECODED, UNVERIFIED);
    }

    @Test
    void aPersonIsToldThatTheTokenIsWaitedFor() {
        TestHost.in(home)
                .stdin(TOKEN)
                .terminals("02")
                .run("jwt", "decode")
                .is(0, DECODED, "fbmsg: reading the token from standard input\n" + UNVERIFIED);
    }

    @ParameterizedTest
    @CsvSource({
        "'',is empty",
        "x,'is not three parts with dots between'",
        "a.b.c,has a header part that is not base64url"
    })
    void decodeOfWhatIsNoTokenIsExit65(String token, String reason) {
        TestHost.in(home)
                .stdin(token)
                .run("jwt", "decode")
                .is(
                        65,
                        "",
                        "fbmsg: the token " + reason + "; give a JWT: three parts of base64url with dots between\n");
    }

    @Test
    void verifySaysOkByTheKeyOrByItsPublicHalf() {
        verify("--key", key("pkcs8")).is(0, "ok\n", "");
        verify("--public-key", key("public")).is(0, "ok\n", "");
        verify("--public-key", key("public-pkcs1"), "--application-id", "11111111-2222-3333-4444-555555555555")
                .is(0, "ok\n", "");
    }

    @Test
    void verifySaysWhatIsWrongWithExit1() {
        String todo = "; make a new one with: fbmsg jwt\n";

        verify("--public-key", key("public"), "--application-id", "other")
                .is(1, "", "fbmsg: the token is of application 11111111-2222-3333-4444-555555555555, not other" + todo);
        TestHost.in(home)
                .run("jwt", "verify", "--public-key", key("public"), TOKEN + "x.y")
                .is(1, "", "fbmsg: the token is not three parts with dots between" + todo);
        TestHost.in(home)
                .run("jwt", "verify", "--public-key", key("public"))
                .is(1, "", "fbmsg: the token is empty" + todo);
        Run otherKey = verify("--key", key("other"));
        assertThat(otherKey.exit()).as(otherKey.toString()).isEqualTo(1);
        assertThat(otherKey.err()).endsWith("fbmsg: the token is not signed by this key" + todo);
    }

    @Test
    void verifyNeedsOneKeyAndOneThingOnStandardInput() {
        verify("--key", "a", "--public-key", "b")
                .is(2, "", "fbmsg: --public-key and --key exclude each other; give one of them\n");
        TestHost.in(home)
                .run("jwt", "verify", "--key", "-")
                .is(
                        2,
                        "",
                        "fbmsg: the key and the token cannot both be on standard input; give the token as an argument\n");
        verify().is(
                        78,
                        "",
                        "fbmsg: no private key; give --key FILE, set FBMSG_PRIVATE_KEY_PATH, or run: fbmsg config set"
                                + " private_key_path FILE\n");
        verify("--public-key", key("ec-sec1"))
                .is(
                        65,
                        "",
                        "fbmsg: the key " + key("ec-sec1") + " is not an RSA public key in PEM form; give the file that"
                                + " begins with -----BEGIN PUBLIC KEY-----\n");
        TestHost.in(home)
                .run("jwt", "verify", "a", "b")
                .is(2, "", "fbmsg: unexpected argument 'b'; see: fbmsg jwt verify --help\n");
    }

    private Run verify(String... options) {
        String[] args = new String[options.length + 3];
        args[0] = "jwt";
        args[1] = "verify";
        System.arraycopy(options, 0, args, 2, options.length);
        args[args.length - 1] = TOKEN;
        return TestHost.in(home).run(args);
    }

    private static String key(String name) {
        return TestFiles.path("keys/" + name + ".pem").toString();
    }
}
