package fbmsg.cli.build;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.TestFiles;
import fbmsg.cli.TestHost;
import fbmsg.cli.TestHost.Run;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JwtCommandTest {
    private static final String APPLICATION = "11111111-2222-3333-4444-555555555555";
    private static final String TOKEN = TestFiles.text("vectors/application-token.jwt");
    private static final String SHORT =
            "fbmsg: warning: Vonage documents 30 s as a token's shortest life; it may refuse this" + " one\n";

    @TempDir
    private Path home;

    /** The token that openssl makes (vectors/make-vectors.sh), and a newline. */
    @Test
    void standardOutputIsTheTokenAndNothingElse() {
        jwt().is(0, TOKEN + "\n", "");
        jwt("--header").is(0, "Authorization: Bearer " + TOKEN + "\n", "");
        jwt("--ttl", "900").is(0, TOKEN + "\n", "");
        jwt("--exp", "2026-01-02T03:19:05Z").is(0, TOKEN + "\n", "");
    }

    @Test
    void theKeyMayComeFromStandardInputAFileOrTheEnvironment() {
        String key = TestFiles.text("keys/pkcs8.pem");
        String file = TestFiles.path("keys/pkcs8.pem").toString();

        TestHost.in(home)
                .stdin(key)
                .run("jwt", "--application-id", APPLICATION, "--key", "-")
                .is(0, TOKEN + "\n", "");
        TestHost.in(home)
                .env("FBMSG_APPLICATION_ID", APPLICATION)
                .env("FBMSG_PRIVATE_KEY", key)
                .run("jwt")
                .is(0, TOKEN + "\n", "");
        Run byFile = TestHost.in(home)
                .env("VONAGE_APPLICATION_ID", APPLICATION)
                .env("VONAGE_PRIVATE_KEY", file)
                .run("jwt");
        assertThat(byFile.out()).as(byFile.toString()).isEqualTo(TOKEN + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "|,\"exp\":1767323945",
                "--ttl 90s|,\"exp\":1767323135",
                "--ttl 5m|,\"exp\":1767323345",
                "--ttl 24h|,\"exp\":1767409445",
                "--ttl=30|,\"exp\":1767323075",
                "--exp 1767323100|,\"exp\":1767323100",
                "--exp 2026-01-02T04:05:05+01:00|,\"exp\":1767323105",
                "--nbf 2026-01-02T03:04:06Z|,\"exp\":1767323945,\"nbf\":1767323046",
                "--nbf 1767323045|,\"exp\":1767323945,\"nbf\":1767323045",
                "--sub alice|,\"exp\":1767323945,\"sub\":\"alice\"",
                "--acl {\"paths\":{\"/*/messages/**\":{}}}|,\"exp\":1767323945,\"acl\":{\"paths\":{\"/*/messages/**\":{}}}",
                "--claim a=b --claim c=|,\"exp\":1767323945,\"a\":\"b\",\"c\":\"\"",
                "--claim n=1.10 --claim t=true --claim z=null|,\"exp\":1767323945,\"n\":1.10,\"t\":true,\"z\":null",
                "--claim o={\"x\":[1]} --claim s=\"7\" --claim e=a=b|,\"exp\":1767323945,\"o\":{\"x\":[1]},\"s\":\"7\","
                        + "\"e\":\"a=b\"",
                "--claim broken={\"x\"|,\"exp\":1767323945,\"broken\":\"{\\\"x\\\"\"",
                "--nbf 1767323050 --sub s --claim a=b|,\"exp\":1767323945,\"nbf\":1767323050,\"sub\":\"s\",\"a\":\"b\""
            })
    void theOptionsBecomeClaims(String options, String claims) {
        Run run = jwt(split(options));

        assertThat(run.exit()).as(run.toString()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(claims(run.out()))
                .isEqualTo("{\"application_id\":\"" + APPLICATION
                        + "\",\"iat\":1767323045,\"jti\":\"00000000-0000-4000-8000-000000000001\"" + claims + "}");
    }

    /** A claim nested deeper than the parser goes once ended in "this is a bug in fbmsg"; it is a text, as most are. */
    @Test
    void aClaimThatIsTooDeepIsAText() {
        String deep = "[".repeat(1000);

        assertThat(claims(jwt("--claim", "a=" + deep).out())).endsWith(",\"a\":\"" + deep + "\"}");
    }

    @Test
    void aVeryShortLifeIsAWarning() {
        Run run = jwt("--ttl", "29s");

        assertThat(List.of(run.exit(), run.err())).containsExactly(0, SHORT);
        assertThat(jwt("--ttl", "30s").err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "--ttl 5m --exp 1767323100|--ttl and --exp exclude each other; give one of them",
                "--ttl 0|--ttl 0 makes a token that has expired; give for example 15m",
                "--ttl 0h|--ttl 0 makes a token that has expired; give for example 15m",
                "--ttl 86401|the token would live longer than 24 h; Vonage refuses such a token; give less",
                "--exp 1767409446|the token would live longer than 24 h; Vonage refuses such a token; give less",
                "--exp 1767323045|--exp 2026-01-02T03:04:05Z is in the past; give a time that is still to come",
                "--exp 2020-01-01T00:00:00Z|--exp 2020-01-01T00:00:00Z is in the past; give a time that is still to come",
                "--nbf 1767323044|--nbf 2026-01-02T03:04:04Z is in the past; leave it out: the token is valid at once",
                "--nbf 1767323945|--nbf 2026-01-02T03:19:05Z is not before the expiry, 2026-01-02T03:19:05Z; give an"
                        + " earlier one",
                "--acl {|--acl is not JSON (line 1, column 2: Unexpected end-of-input: expected close marker for Object);"
                        + " give for example {\"paths\":{\"/**\":{}}}",
                "--acl {}|--acl is not of the form {\"paths\":{…}}; give for example {\"paths\":{\"/**\":{}}}",
                "--acl {\"paths\":{},\"x\":1}|--acl is not of the form {\"paths\":{…}}; give for example"
                        + " {\"paths\":{\"/**\":{}}}",
                "--claim x|--claim 'x' is not of the form NAME=VALUE; write for example role=tester",
                "--claim =x|--claim '=x' is not of the form NAME=VALUE; write for example role=tester",
                "--claim a=1 --claim a=2|--claim a is given twice; give it once",
                "--claim iat=1|the claim iat cannot be given with --claim; leave it out: the command sets it",
                "--claim jti=1|the claim jti cannot be given with --claim; leave it out: the command sets it",
                "--claim application_id=1|the claim application_id cannot be given with --claim; leave it out: the command"
                        + " sets it",
                "--claim exp=1|the claim exp cannot be given with --claim; use --exp",
                "--claim sub=1|the claim sub cannot be given with --claim; use --sub",
                "--ttl 5d|invalid value for option '--ttl': '5d' is not a duration such as 90s, 5m or 1h; see: fbmsg jwt"
                        + " --help",
                "--ttl -5|invalid value for option '--ttl': '-5' is not a duration such as 90s, 5m or 1h; see: fbmsg jwt"
                        + " --help",
                "--exp tomorrow|invalid value for option '--exp': 'tomorrow' is not a time such as 2026-01-02T03:04:05Z,"
                        + " or unix seconds; see: fbmsg jwt --help",
                "--ttl --header|the option --ttl has no value (--header is an option; as a value write it with =); see:"
                        + " fbmsg jwt --help",
                "--ttl|missing required parameter for option '--ttl' (DURATION); see: fbmsg jwt --help",
                "--nope|unknown option: '--nope'; did you mean --no-input? see: fbmsg jwt --help",
                "--heade|unknown option: '--heade'; did you mean --header? see: fbmsg jwt --help",
                "surplus|unexpected argument 'surplus'; see: fbmsg jwt --help"
            })
    void aWrongCommandLineIsExit2AndOneLine(String options, String message) {
        jwt(split(options)).is(2, "", "fbmsg: " + message + "\n");
    }

    @Test
    void withoutApplicationOrKeyItSaysHowToGiveThem() {
        TestHost.in(home)
                .run("jwt")
                .is(
                        78,
                        "",
                        "fbmsg: no application id; give --application-id ID, set FBMSG_APPLICATION_ID, or run: fbmsg"
                                + " config set application_id ID\n");
        TestHost.in(home)
                .run("jwt", "--application-id", "a")
                .is(
                        78,
                        "",
                        "fbmsg: no private key; give --key FILE, set FBMSG_PRIVATE_KEY_PATH, or run: fbmsg config set"
                                + " private_key_path FILE\n");
    }

    /** {@code --application-id "$UNSET"} once signed a token for the application "". */
    @Test
    void anEmptyApplicationIdIsNone() {
        Run run = TestHost.in(home).run("jwt", "--application-id=", "--key", "x");

        assertThat(run.exit()).as(run.toString()).isEqualTo(78);
        assertThat(run.err()).startsWith("fbmsg: no application id; ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "empty|65|the key FILE is empty; give the private key of the Vonage application",
                "public|65|the key FILE is a public key; give the private key that belongs to the application",
                "encrypted-pkcs8|65|the key FILE is encrypted; decrypt it into a file that only you can read: openssl pkey"
                        + " -in FILE -out NEWFILE",
                "ec-pkcs8|65|the key FILE is an elliptic-curve key; give an RSA key: Vonage takes RS256 only",
                "truncated|65|the key FILE is cut off or damaged; copy it again, whole, from -----BEGIN to -----END",
                "missing|66|the private key file FILE (--key) does not exist; check the path",
                "|66|the private key file FILE (--key) is a directory; give the path of the file itself"
            })
    void aKeyThatIsNoneIsExit65Or66AndOneLine(String name, int exit, String message) {
        Path file = name == null
                ? home
                : name.equals("missing") ? home.resolve("missing.pem") : TestFiles.path("keys/" + name + ".pem");

        Run run = TestHost.in(home).run("-q", "jwt", "--application-id", "a", "--key", file.toString());

        String named = message.replaceFirst("FILE", file.toString());
        assertThat(run.exit()).as(run.toString()).isEqualTo(exit);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("fbmsg: " + named + "\n");
    }

    private Run jwt(String... options) {
        List<String> args = new ArrayList<>(List.of("jwt", "--application-id", APPLICATION, "--key", "-"));
        args.addAll(Arrays.asList(options));
        return TestHost.in(home).stdin(TestFiles.text("keys/pkcs8.pem")).run(args.toArray(String[]::new));
    }

    private static String[] split(String options) {
        return options == null ? new String[0] : options.split(" ");
    }

    private static String claims(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
    }
}
