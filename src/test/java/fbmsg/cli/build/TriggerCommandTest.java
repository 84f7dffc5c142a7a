package fbmsg.cli.build;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.cli.TestHost;
import fbmsg.cli.TestHost.Run;
import fbmsg.http.NotSent;
import fbmsg.http.ProxyTrouble;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.http.Unanswered;
import fbmsg.jwt.Verdict;
import fbmsg.jwt.WebhookSignature;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What reaches the URL, and what is said of the answer. */
class TriggerCommandTest {
    private static final String URL = "http://127.0.0.1:3000/webhooks/inbound";

    @TempDir
    Path folder;

    private final List<Request> requests = new ArrayList<>();
    private TestHost host;

    @BeforeEach
    void machine() {
        host = TestHost.in(folder)
                .env("FBMSG_SIGNATURE_SECRET", "first\nsecond")
                .farSide(request -> {
                    requests.add(request);
                    return Reply.of(200);
                });
    }

    private String body() {
        return new String(requests.get(0).body(), StandardCharsets.UTF_8);
    }

    private Verdict verdict(String secret) {
        return new WebhookSignature(List.of(secret), Duration.ofMinutes(1), Optional.of("abcd1234"), Optional.of("app"))
                .verify(
                        requests.get(0).headers().first("Authorization"),
                        requests.get(0).body(),
                        TestHost.NOW);
    }

    @Test
    void postsWhatAUserWrites() {
        host.run("trigger", "inbound", URL, "--text", "Hi é").is(0, "200\n", "");

        assertThat(body())
                .isEqualTo("{\"channel\":\"messenger\",\"message_uuid\":\"00000000-0000-4000-8000-000000000001\","
                        + "\"to\":\"0000000000000000\",\"from\":\"1111111111111111\","
                        + "\"timestamp\":\"2026-01-02T03:04:05Z\",\"message_type\":\"text\",\"text\":\"Hi é\"}");
        assertThat(requests.get(0).path()).isEqualTo("/webhooks/inbound");
        assertThat(requests.get(0).headers().mediaType()).contains("application/json");
    }

    @Test
    void takesThePageOfTheSettingsAndEverythingFromOptions() {
        host.env("FBMSG_PAGE_ID", "107");
        host.run("trigger", "inbound", URL).is(0, "200\n", "");
        assertThat(body()).contains("\"to\":\"107\"", "\"text\":\"Hello from Facebook Messenger!\"");

        requests.clear();
        host.run(
                        "trigger",
                        "inbound",
                        URL,
                        "--psid",
                        "23",
                        "--page",
                        "108",
                        "--message-uuid",
                        "m",
                        "--image",
                        "https://x/y",
                        "--api",
                        "v0.1")
                .is(0, "200\n", "");
        assertThat(body())
                .isEqualTo("{\"message_uuid\":\"m\",\"to\":{\"type\":\"messenger\",\"id\":\"108\"},"
                        + "\"from\":{\"type\":\"messenger\",\"id\":\"23\"},\"timestamp\":\"2026-01-02T03:04:05.000Z\","
                        + "\"message\":{\"content\":{\"type\":\"image\",\"image\":{\"url\":\"https://x/y\"}}}}");
    }

    @Test
    void postsStatuses() {
        host.run("trigger", "status", URL, "--status", "rejected", "--message-uuid", "m", "--client-ref", "order-42")
                .is(0, "200\n", "");
        assertThat(body())
                .isEqualTo(
                        "{\"channel\":\"messenger\",\"message_uuid\":\"m\",\"to\":\"1111111111111111\","
                                + "\"from\":\"0000000000000000\",\"timestamp\":\"2026-01-02T03:04:05Z\",\"status\":\"rejected\","
                                + "\"client_ref\":\"order-42\",\"error\":{"
                                + "\"type\":\"https://developer.vonage.com/api-errors/messages#1340\",\"title\":\"1340\","
                                + "\"detail\":\"Outside of the allowed window\",\"instance\":\"00000000000040008000000000000001\"}}");

        requests.clear();
        host.run("trigger", "status", URL).is(0, "200\n", "");
        assertThat(body()).contains("\"status\":\"delivered\"").doesNotContain("error");
    }

    @Test
    void signsWithTheFirstSecretForTheAccountAndApplication() {
        host.env("FBMSG_API_KEY", "abcd1234").env("FBMSG_APPLICATION_ID", "app");
        host.run("trigger", "inbound", URL);
        assertThat(verdict("first")).isInstanceOf(Verdict.Valid.class);
    }

    @Test
    void signsBadlyOnDemand() {
        host.env("FBMSG_API_KEY", "abcd1234").env("FBMSG_APPLICATION_ID", "app");
        host.run("trigger", "inbound", URL, "--bad-signature").is(0, "200\n", "");
        assertThat(verdict("first")).isEqualTo(new Verdict.Invalid("is not signed with the signature secret"));
    }

    @Test
    void leavesTheSignatureOutOnDemand() {
        host.env("FBMSG_SIGNATURE_SECRET", "");
        host.run("trigger", "inbound", URL, "--unsigned").is(0, "200\n", "");
        assertThat(requests.get(0).headers().first("Authorization")).isEmpty();
    }

    @Test
    void postsTheVeryBytesThatAreGiven() throws Exception {
        byte[] bytes = {'{', ' ', '\n', (byte) 0xff, 0, '}', '\n'};
        Files.write(folder.resolve("body"), bytes);
        host.run("trigger", "inbound", URL, "--body", "body").is(0, "200\n", "");
        host.stdin(bytes).run("trigger", "status", URL, "--body", "-").is(0, "200\n", "");
        assertThat(requests)
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.body()).isEqualTo(bytes));
    }

    @Test
    void keepsTheQuery() {
        host.run("trigger", "inbound", "https://example.com?a=%20b");
        assertThat(requests.get(0).path()).isEqualTo("/?a=%20b");
    }

    @Test
    void anAnswerThatIsNot2xxIsANo() {
        host.farSide(request -> Reply.text(503, "busy\u001b[31m; try again"));
        host.run("trigger", "inbound", URL)
                .is(
                        1,
                        "503\n",
                        "fbmsg: the target answered 503: busy\\u001b[31m; try again; Vonage would deliver it again\n");
    }

    @Test
    void whatWasNotPostedAndWhatWasNotAnsweredAreToldApart() {
        host.farSide(request -> {
            throw new NotSent(false, "127.0.0.1:3000: connection refused", null);
        });
        host.run("trigger", "inbound", URL)
                .is(
                        69,
                        "",
                        "fbmsg: the webhook was not posted (127.0.0.1:3000: connection refused); is anything listening there?\n");
        host.farSide(request -> {
            throw new Unanswered("127.0.0.1:3000: no answer within 30.0 s", null);
        });
        host.run("trigger", "inbound", URL)
                .is(
                        76,
                        "",
                        "fbmsg: the webhook was posted, and no usable answer came (127.0.0.1:3000: no answer within 30.0 s); "
                                + "look whether it was taken\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            other   http://127.0.0.1:3000/                           | 2  | 'other' is neither inbound nor status; give one of them
            inbound 127.0.0.1:3000                                   | 2  | URL is not one: 127.0.0.1:3000; give for example http://127.0.0.1:3000/webhooks/inbound
            inbound http://a:b@127.0.0.1:3000                        | 2  | URL is not one: (not shown, it has an @); give for example http://127.0.0.1:3000/webhooks/inbound
            inbound http://127.0.0.1:3000/ --text a --image b        | 2  | --text and --image exclude each other; a message has one of them
            inbound http://127.0.0.1:3000/ --status read             | 2  | --status and --client-ref go with 'trigger status'; leave them out
            status http://127.0.0.1:3000/ --text a                   | 2  | --text goes with 'trigger inbound'; leave it out
            status http://127.0.0.1:3000/ --status seen              | 2  | invalid value for option '--status': 'seen' is none of submitted, delivered, read, rejected and undeliverable
            inbound http://127.0.0.1:3000/ --body x --psid 1         | 2  | --body is the whole webhook; leave out the options that say what is in it
            inbound http://127.0.0.1:3000/ --unsigned --bad-signature | 2 | --unsigned and --bad-signature exclude each other; give one of them
            inbound http://127.0.0.1:3000/ --body none               | 66 | the body's file none does not exist; check the path
            inbound http://example.com/                              | 78 | http:// would send the token in clear text to example.com; use https://; http:// is for 127.0.0.1, [::1] and localhost
            """)
    void refuses(String args, int exit, String message) {
        Run run = host.run(("trigger " + args).split(" +"));
        assertThat(run.exit()).as(run.toString()).isEqualTo(exit);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("fbmsg: " + message);
        assertThat(requests).isEmpty();
    }

    @Test
    void withoutASecretItSaysWhatToDo() {
        host.env("FBMSG_SIGNATURE_SECRET", "");
        Run run = host.run("trigger", "inbound", URL);
        assertThat(run.exit()).isEqualTo(78);
        assertThat(run.err())
                .startsWith("fbmsg: no signature secret to sign with; ")
                .contains("--unsigned");
        assertThat(requests).isEmpty();
    }

    @Test
    void aProxyOnTheWayIsNamed() {
        host.farSide(request -> {
            throw new ProxyTrouble(true, "the proxy p:3128 answered 407", "correct the password", null);
        });
        host.run("trigger", "inbound", URL, "--text", "Hi")
                .is(
                        77,
                        "",
                        "fbmsg: the webhook was not posted (the proxy p:3128 answered 407); correct the password\n");
    }
}
