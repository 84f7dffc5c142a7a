package fbmsg.cli.talk.send;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.cli.EmulatedFarSide;
import fbmsg.cli.Terminals;
import fbmsg.cli.TestHost;
import fbmsg.cli.TestHost.Run;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendCommandTest {
    @TempDir
    Path folder;

    private final EmulatedFarSide vonage = new EmulatedFarSide();
    private TestHost host;

    @BeforeEach
    void customer() {
        host = vonage.customer(TestHost.in(folder));
    }

    private String body(int request) {
        return new String(vonage.requests.get(request).body(), StandardCharsets.UTF_8);
    }

    @Test
    void printsTheMessageIdAndNothingElse() {
        Run run = host.run("send", "--from", "107", "--to", "234", "--text", "Hello é😀");

        assertThat(run).isEqualTo(new Run(0, "ffffffff-0000-4000-8000-000000000002\n", ""));
        assertThat(body(0))
                .isEqualTo("{\"channel\":\"messenger\",\"message_type\":\"text\",\"from\":\"107\",\"to\":\"234\","
                        + "\"text\":\"Hello é😀\"}");
    }

    @Test
    void everyOptionGoesIntoARequestOfV1() {
        Run run = host.run(
                ("send --from 107 --to 234 --text Hi --category message_tag --tag ACCOUNT_UPDATE --client-ref order-42"
                                + " --api v1")
                        .split(" "));

        assertThat(run.exit()).as(run.toString()).isZero();
        assertThat(vonage.requests.get(0).path()).isEqualTo("/v1/messages");
        assertThat(body(0))
                .isEqualTo("{\"channel\":\"messenger\",\"message_type\":\"text\",\"from\":\"107\",\"to\":\"234\","
                        + "\"text\":\"Hi\",\"client_ref\":\"order-42\","
                        + "\"messenger\":{\"category\":\"message_tag\",\"tag\":\"ACCOUNT_UPDATE\"}}");
    }

    @Test
    void everyOptionGoesIntoARequestOfV01() {
        Run run = host.run(
                "send --from 107 --to 234 --text Hi --category update --client-ref order-42 --api v0.1".split(" "));

        assertThat(run.exit()).as(run.toString()).isZero();
        assertThat(vonage.requests.get(0).path()).isEqualTo("/v0.1/messages");
        assertThat(body(0))
                .isEqualTo(
                        "{\"from\":{\"type\":\"messenger\",\"id\":\"107\"},\"to\":{\"type\":\"messenger\",\"id\":\"234\"},"
                                + "\"message\":{\"content\":{\"type\":\"text\",\"text\":\"Hi\"},"
                                + "\"messenger\":{\"category\":\"update\"}},\"client_ref\":\"order-42\"}");
    }

    @Test
    void thePageIsTheProfilesUnlessItIsGiven() {
        host.file(".config/fbmsg/config.json", "{\"v\":1,\"profiles\":{\"default\":{\"page_id\":\"107\"}}}");

        assertThat(host.run("send", "--to", "234", "--text", "Hi").exit()).isZero();
        assertThat(body(0)).contains("\"from\":\"107\"");
    }

    @Test
    void jsonPrintsARecord() {
        assertThat(host.run("send", "--from", "107", "--to", "234", "--text", "Hi", "--json"))
                .isEqualTo(new Run(
                        0,
                        "{\"v\":1,\"ok\":true,\"to\":\"234\",\"message_uuid\":\"ffffffff-0000-4000-8000-000000000002\"}\n",
                        ""));
    }

    @Test
    void aDryRunShowsTheRequestWithoutItsTokenAndSendsNothing() {
        assertThat(host.run("send", "--from", "107", "--to", "234", "--text", "Hi", "--dry-run"))
                .isEqualTo(new Run(
                        0,
                        "POST http://127.0.0.1:4010/v1/messages\n"
                                + "Authorization: [redacted]\n"
                                + "User-Agent: fbmsg/0.1.0\n"
                                + "Content-Type: application/json\n"
                                + "Accept: application/json\n"
                                + "\n"
                                + "{\"channel\":\"messenger\",\"message_type\":\"text\",\"from\":\"107\",\"to\":\"234\","
                                + "\"text\":\"Hi\"}\n",
                        ""));
        assertThat(vonage.requests).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            Hi\\n       | Hi
            Hi\\r\\n    | Hi
            Hi          | Hi
            Hi\\n\\n    | Hi\\n
            \uFEFFHi\\n | Hi
            """)
    void ofAPipedTextExactlyOneFinalNewlineIsDropped(String piped, String sent) {
        host.stdin(piped.translateEscapes());

        Run run = host.run("send", "--from", "107", "--to", "234");

        assertThat(run.exit()).as(run.toString()).isZero();
        assertThat(body(0)).contains("\"text\":\"" + sent + "\"");
    }

    @Test
    void theTextMayComeFromAFile() {
        host.file("hello.txt", "Hello\nthere\n");

        assertThat(host.run("send", "--from", "1", "--to", "2", "--text-file", "hello.txt")
                        .exit())
                .isZero();
        assertThat(body(0)).contains("\"text\":\"Hello\\nthere\"");
    }

    @Test
    void anyTextIsTakenAfterAnEqualsSign() {
        assertThat(host.run("send", "--from", "1", "--to", "2", "--text=--json").exit())
                .isZero();
        assertThat(body(0)).contains("\"text\":\"--json\"");
    }

    /** An empty unquoted variable before another option sent that option's name to a customer. */
    @Test
    void anOptionIsNotTakenForAText() {
        assertThat(host.run("send", "--from", "1", "--to", "2", "--text", "--trace"))
                .isEqualTo(new Run(
                        2,
                        "",
                        "fbmsg: the option --text has no value (--trace is an option; as a value write it with =);"
                                + " see: fbmsg send --help\n"));
        assertThat(vonage.requests).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            --to 2 --text Hi                   |  2 | there is no Page to send from; give --from PAGE_ID, or run: fbmsg config set page_id PAGE_ID
            --from 1 --text Hi                 |  2 | there is nobody to send to; give --to PSID, or --batch FILE
            --from 1 --to 2                    |  2 | there is no text; give --text, --text-file, or pipe the text in
            --from 1 --to 2 --text a --text-file b | 2 | --text and --text-file exclude each other; give one of them
            --from 1 --to 2 --text=            | 65 | the text is empty; give at least one character
            --from= --to 2 --text a            | 65 | the Page id is empty; it is the "to" of an inbound message, or shown where the Page is linked
            --from 1 --to= --text a            | 65 | the PSID is empty; it is the "from" of an inbound message
            --from 1 --to 2 --text-file nope   | 66 | the text file nope does not exist; check the path
            --from 1 --to 2 --text-file .      | 66 | the text file . is a directory; give the path of the file itself
            --from 1 --to 2 --text a --category message_tag | 2 | --category message_tag needs a --tag; give for example --tag CONFIRMED_EVENT_UPDATE
            --from 1 --to 2 --text a --tag X   |  2 | --tag goes with --category message_tag only; add it, or leave --tag out
            --from 1 --to 2 --text a --category x |  2 | invalid value for option '--category': 'x' is none of response, update and message_tag; see: fbmsg send --help
            --from 1 --to 2 --text a --api v2  |  2 | invalid value for option '--api': 'v2' is neither v1 nor v0.1; see: fbmsg send --help
            --from 1 --to 2 --text a --timeout 0 | 2 | --timeout 0 leaves no time for a request; give for example 30s
            --from 1 --to 2 --text a --api-url http://example.com | 78 | http:// would send the token in clear text to example.com; use https://; http:// is for 127.0.0.1, [::1] and localhost
            --from 1 --to 2 --text a --api-url nonsense | 78 | the API's URL is not one: nonsense; give it as https://HOST or http://127.0.0.1:PORT
            --from 1 --to 2 --key -            |  2 | the key and the text cannot both be on standard input; give --text or --text-file
            """)
    void badInputIsToldAndNothingIsSent(String options, int exit, String message) {
        Run run = host.run(("send " + options).split(" +"));

        assertThat(run).isEqualTo(new Run(exit, "", "fbmsg: " + message + "\n"));
        assertThat(vonage.requests).isEmpty();
    }

    @Test
    void theLimitOfATextCountsCharactersNotUnits() {
        assertThat(host.run("send", "--from", "1", "--to", "2", "--text", "😀".repeat(640))
                        .exit())
                .isZero();
        Run run = host.run("send", "--from", "1", "--to", "2", "--text", "😀".repeat(641));
        assertThat(run.exit()).isEqualTo(65);
        assertThat(run.err()).isEqualTo("fbmsg: the text has 641 characters, the limit is 640; shorten it\n");
        assertThat(vonage.requests).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--from", "--to"})
    void anIdHasAtMost50Characters(String option) {
        String other = option.equals("--to") ? "--from" : "--to";
        assertThat(host.run("send", other, "1", option, "x".repeat(50), "--text", "a")
                        .exit())
                .isZero();
        Run run = host.run("send", other, "1", option, "x".repeat(51), "--text", "a");
        assertThat(run.exit()).isEqualTo(65);
        assertThat(run.err()).contains(" has 51 characters, the limit is 50; ");
    }

    @Test
    void aClientReferenceHasAtMost100CharactersAndIn01Only40() {
        String[] v1 = {"send", "--from", "1", "--to", "2", "--text", "a", "--client-ref", "r".repeat(101)};
        assertThat(host.run(v1).err())
                .isEqualTo("fbmsg: the client reference has 101 characters, the limit is 100; shorten it\n");
        host = vonage.customer(TestHost.in(folder));
        String[] v01 = {
            "send", "--from", "1", "--to", "2", "--text", "a", "--client-ref", "r".repeat(41), "--api", "v0.1"
        };
        assertThat(host.run(v01))
                .isEqualTo(new Run(
                        65,
                        "",
                        "fbmsg: the client reference (in v0.1) has 41 characters, the limit is 40; shorten it\n"));
        assertThat(vonage.requests).isEmpty();
    }

    @Test
    void bytesThatAreNotUtf8AreNotSent() {
        host.stdin(new byte[] {'H', (byte) 0xff});
        assertThat(host.run("send", "--from", "1", "--to", "2"))
                .isEqualTo(new Run(
                        65,
                        "",
                        "fbmsg: the text on standard input is not valid UTF-8;"
                                + " convert it, for example with iconv -t UTF-8\n"));
        assertThat(vonage.requests).isEmpty();
    }

    /** A text was cut at a limit of ours, in the midst of a character, and called not UTF-8. */
    @Test
    void aTextThatIsFarTooLongIsCalledThat() {
        host.stdin("é".repeat(1 << 20));
        assertThat(host.run("send", "--from", "1", "--to", "2").err())
                .isEqualTo("fbmsg: the text on standard input is longer than 1048576 bytes;" + " give less\n");
    }

    @Test
    void optionsOfOneLetterBehindOneDashAreNoTextEither() {
        assertThat(host.run("send", "--from", "1", "--to", "2", "--text", "-vv").exit())
                .isEqualTo(2);
        assertThat(host.run("send", "--from", "1", "--to", "2", "--text", "-5").exit())
                .isZero();
    }

    /** The reader of the pipe had gone: a message was sent whose id nobody learned. */
    @Test
    void anIdThatCannotBePrintedIsSaid() {
        host.stdout(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        });
        assertThat(host.run("send", "--from", "1", "--to", "2", "--text", "Hi"))
                .isEqualTo(
                        new Run(
                                141,
                                "",
                                "fbmsg: the message ffffffff-0000-4000-8000-000000000002 to 2 was sent; do not send it again\n"));
    }

    @Test
    void aTextIsNotAwaitedFromATerminal() {
        host.terminals(new Terminals(true, true, true, false));
        assertThat(host.run("send", "--from", "1", "--to", "2").exit()).isEqualTo(2);
    }

    @Test
    void traceShowsBothWaysWithoutSecrets() {
        Run run = host.run("send", "--from", "1", "--to", "2", "--text", "Hi", "--trace");

        assertThat(run.err())
                .isEqualTo("> POST http://127.0.0.1:4010/v1/messages\n"
                        + "> Authorization: [redacted]\n"
                        + "> User-Agent: fbmsg/0.1.0\n"
                        + "> Content-Type: application/json\n"
                        + "> Accept: application/json\n"
                        + "> \n"
                        + "> {\"channel\":\"messenger\",\"message_type\":\"text\",\"from\":\"1\",\"to\":\"2\",\"text\":\"Hi\"}\n"
                        + "< 202\n"
                        + "< Content-Type: application/json\n"
                        + "< X-Request-Id: ffffffff-0000-4000-8000-000000000001\n"
                        + "< \n"
                        + "< {\"message_uuid\":\"ffffffff-0000-4000-8000-000000000002\"}\n");
    }
}
