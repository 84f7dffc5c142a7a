package fbmsg.cli.talk.send;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.OwnThread;
import fbmsg.cli.EmulatedFarSide;
import fbmsg.cli.TestHost;
import fbmsg.cli.TestHost.Run;
import fbmsg.cli.syntax.Syntax;
import fbmsg.cli.talk.messenger.Told;
import fbmsg.emulator.webhook.WebhookSigner;
import fbmsg.emulator.webhook.WebhookSigner.Signing;
import fbmsg.http.Destination;
import fbmsg.http.Exchange;
import fbmsg.http.Headers;
import fbmsg.http.HttpSender;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.message.Stage;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code send --wait} with a real port: a far side that accepts messages, and posts what became of them. */
class SendWaitTest {
    private static final String READY = "fbmsg: no signature secret is configured: signatures are not checked\n"
            + "fbmsg: listening on http://127.0.0.1:PORT (Vonage reaches it through a tunnel to this port)\n";

    /** 1000 characters: two parts. */
    private static final String LONG_TEXT = "word ".repeat(200).strip();

    @TempDir
    Path folder;

    private final List<Request> sent = new ArrayList<>();
    private TestHost host;

    /** Beside answering: gets the number of the message, from 1. */
    private Told told = number -> {};

    @FunctionalInterface
    private interface Told {
        void of(int number) throws Exception;
    }

    @BeforeEach
    void machine() {
        host = EmulatedFarSide.signer(TestHost.in(folder)).farSide(this::accept);
    }

    private Reply accept(Request request) {
        sent.add(request);
        int number = sent.size();
        try {
            told.of(number);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return Reply.json(202, "{\"message_uuid\":\"m" + number + "\"}");
    }

    private CompletableFuture<Run> start(String options) {
        return start("Hi", options);
    }

    private CompletableFuture<Run> start(String text, String options) {
        List<String> args = new ArrayList<>(List.of("send", "--from", "107", "--to", "234", "--text", text));
        args.addAll(Arrays.asList(options.split(" ")));
        if (!options.contains("--port") && !host.env.containsKey("FBMSG_PORT")) {
            args.addAll(List.of("--port", "0"));
        }
        return host.start(args.toArray(new String[0]));
    }

    private Reply deliver(Request request) throws Exception {
        String url = host.err.await("listening on (http://[^ ]+) ");
        return new HttpSender(Destination.of(url), Duration.ofMinutes(1), true).exchange(request);
    }

    private Reply post(String json) throws Exception {
        return deliver(Request.postJson("/webhooks/status", Headers.NONE, json));
    }

    private Reply postStatus(String id, String status) throws Exception {
        return post(status(id, status, ""));
    }

    private static String status(String id, String status, String more) {
        return "{\"channel\":\"messenger\",\"message_uuid\":\"" + id + "\",\"to\":\"234\",\"from\":\"107\","
                + "\"timestamp\":\"2025-02-03T12:14:25Z\",\"status\":\"" + status + "\"" + more + "}";
    }

    private void awaitAccepted() throws InterruptedException {
        host.err.await("(waiting for)");
    }

    private static Run end(Future<Run> run) throws Exception {
        Run ended = run.get(1, TimeUnit.MINUTES);
        return new Run(ended.exit(), ended.out(), ended.err().replaceAll("127\\.0\\.0\\.1:[0-9]+ ", "127.0.0.1:PORT "));
    }

    @Test
    void printsTheIdAtOnceAndEndsWhenTheStatusHasCome() throws Exception {
        Future<Run> run = start("--wait delivered");
        assertThat(host.out.await("(.*)\n")).isEqualTo("m1");
        assertThat(postStatus("m1", "submitted").status()).isEqualTo(200);
        assertThat(run.isDone()).isFalse();

        assertThat(postStatus("m1", "delivered").status()).isEqualTo(200);

        end(run).is(0, "m1\n", READY + "fbmsg: waiting for delivered\n");
    }

    @Test
    void withJsonThereIsOneRecordAndItIsTheLast() throws Exception {
        Future<Run> run = start("--wait delivered --json");
        awaitAccepted();
        assertThat(host.out.size()).isZero();

        postStatus("m1", "read");

        end(run).is(
                        0,
                        "{\"v\":1,\"ok\":true,\"to\":\"234\",\"message_uuid\":\"m1\",\"status\":\"read\","
                                + "\"timestamp\":\"2025-02-03T12:14:25Z\"}\n",
                        READY + "fbmsg: the message was sent as m1\nfbmsg: waiting for delivered\n");
    }

    @Test
    void statusesAreDetails() throws Exception {
        Future<Run> run = start("--wait read -v");
        awaitAccepted();
        postStatus("m1", "delivered");
        postStatus("m1", "delivered");
        postStatus("m7", "delivered");
        postStatus("m1", "read");

        assertThat(end(run).err())
                .endsWith("fbmsg: waiting for read\n"
                        + "fbmsg: status delivered of message m1\n"
                        + "fbmsg: status delivered of message m1\n"
                        + "fbmsg: status delivered of message m7, another one, was answered 503\n"
                        + "fbmsg: status read of message m1\n");
    }

    /** Posted while the message is being sent: the answer with the id is later, or not. */
    @Test
    void statusesMayComeBeforeTheId() throws Exception {
        CompletableFuture<Integer> answer = new CompletableFuture<>();
        told = number -> OwnThread.run(() -> {
            try {
                answer.complete(postStatus("m1", "read").status());
            } catch (Exception e) {
                answer.completeExceptionally(e);
            }
        });
        host.env("FBMSG_PORT", "0");

        Run run = end(start("--wait read"));

        assertThat(run.exit()).as(run.toString()).isZero();
        assertThat(run.out()).isEqualTo("m1\n");
        assertThat(answer.get(1, TimeUnit.MINUTES)).isEqualTo(200);
    }

    @Test
    void whatElseComesIsLeftToComeAgain() throws Exception {
        Future<Run> run = start("--wait delivered");
        awaitAccepted();

        Reply other = postStatus("m7", "delivered");
        Reply inbound = post("{\"channel\":\"messenger\",\"message_uuid\":\"m8\",\"to\":\"107\",\"from\":\"234\","
                + "\"timestamp\":\"2025-02-03T12:14:25Z\",\"message_type\":\"text\",\"text\":\"Hi\"}");
        postStatus("m1", "delivered");

        assertThat(List.of(other.status(), inbound.status())).containsExactly(503, 503);
        assertThat(other.headers().first("Retry-After")).contains("5");
        assertThat(inbound.headers().first("Retry-After")).contains("5");
        assertThat(end(run).err())
                .endsWith("fbmsg: message m8 of user 234 was answered 503: it comes again, for 'fbmsg listen'\n");
    }

    @Test
    void whatIsNoEventIsAnsweredAsListenDoes() throws Exception {
        Future<Run> run = start("--wait delivered");
        awaitAccepted();

        List<Integer> answers = List.of(
                deliver(Request.get("/")).status(),
                deliver(new Request("POST", "/", Headers.of("Content-Type", "text/plain"), new byte[] {'{'}))
                        .status(),
                post("{").status(),
                post("{}").status());
        postStatus("m1", "delivered");

        assertThat(answers).containsExactly(405, 415, 400, 400);
        assertThat(end(run).exit()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            rejected      | "title":"1340","detail":"Outside of the allowed window." | 65 | data        | false | was rejected (1340: Outside of the allowed window); wait for the user to write, or send with --category message_tag and the --tag that fits, without promotion (fbmsg explain ACCOUNT_UPDATE) | ,"status_code":"1340","detail":"Outside of the allowed window."
            rejected      | "title":1000,"detail":"Throttled"                        | 65 | data        | true  | was rejected (1000: Throttled); send it again after a minute, and send more slowly from now on | ,"status_code":"1000","detail":"Throttled"
            rejected      | "title":"1999"                                           | 65 | data        | false | was rejected (1999); it did not arrive, and the same would hardly arrive later | ,"status_code":"1999"
            rejected      |                                                          | 65 | data        | false | was rejected, and it is not said why; it did not arrive, and the same would hardly arrive later | ``
            undeliverable | "title":"1260","detail":"Destination unreachable"        | 69 | unavailable | false | is undeliverable (1260: Destination unreachable); wait until the user writes to the Page; if it happens to all users, check the Page's link in the dashboard | ,"status_code":"1260","detail":"Destination unreachable"
            undeliverable | "title":"1230","detail":"Temporary network failure"      | 69 | unavailable | true  | is undeliverable (1230: Temporary network failure); send it again after a few minutes | ,"status_code":"1230","detail":"Temporary network failure"
            """)
    void aMessageThatFailsIsToldWithItsCode(
            String status, String error, int exit, String code, boolean retryable, String line, String more)
            throws Exception {
        Future<Run> run = start("--wait delivered --json");
        postStatus("m1", "submitted");

        assertThat(post(status("m1", status, error == null ? "" : ",\"error\":{" + error + "}"))
                        .status())
                .isEqualTo(200);

        end(run).is(
                        exit,
                        "{\"v\":1,\"ok\":false,\"to\":\"234\",\"message_uuid\":\"m1\",\"status\":\"" + status
                                + "\",\"timestamp\":\"2025-02-03T12:14:25Z\",\"error\":{\"code\":\"" + code
                                + "\",\"exit\":" + exit + ",\"retryable\":" + retryable
                                + ",\"message\":\"the message m1 " + line.replace("\"", "\\\"") + "\"" + more
                                + "}}\n",
                        READY
                                + "fbmsg: the message was sent as m1\nfbmsg: waiting for delivered\nfbmsg: the message m1 "
                                + line + "\n");
    }

    @Test
    void anOldWebhookSaysTheSame() throws Exception {
        Future<Run> run = start("--wait delivered");
        post("{\"message_uuid\":\"m1\",\"to\":{\"type\":\"messenger\",\"id\":\"234\"},"
                + "\"from\":{\"type\":\"messenger\",\"id\":\"107\"},\"timestamp\":\"2020-01-01T14:00:00.000Z\","
                + "\"status\":\"rejected\",\"error\":{\"code\":1370,\"reason\":\"Expired access Token\"}}");

        Run ended = end(run);
        assertThat(ended.exit()).isEqualTo(65);
        assertThat(ended.out()).isEqualTo("m1\n");
        assertThat(ended.err())
                .endsWith(
                        "fbmsg: the message m1 was rejected (1370: Expired access Token);"
                                + " link the Page again in the dashboard (fbmsg link --dashboard), then send it again. Note the date: no API tells it\n");
    }

    @Test
    void withoutAStatusItEndsWith124() throws Exception {
        end(start("--wait delivered --wait-timeout 0"))
                .is(
                        124,
                        "m1\n",
                        READY + "fbmsg: waiting for delivered\n"
                                + "fbmsg: the message was sent as m1, and no status of it came within 0 s;"
                                + " do not send it again, and see that its status URL leads to this port\n");
    }

    /** The first part's status comes while the second is being sent: it is known when time is up. */
    @Test
    void howFarItCameIsToldWhenTimeIsUp() throws Exception {
        told = number -> {
            if (number == 2) {
                assertThat(postStatus("m1", "submitted").status()).isEqualTo(200);
            }
        };

        end(start(LONG_TEXT, "--split --wait delivered --wait-timeout 0 --json"))
                .is(
                        124,
                        "{\"v\":1,\"ok\":false,\"to\":\"234\",\"message_uuid\":\"m1\",\"status\":\"submitted\","
                                + "\"timestamp\":\"2025-02-03T12:14:25Z\",\"error\":{\"code\":\"timed_out\","
                                + "\"exit\":124,\"retryable\":false,\"message\":\"the message was sent as m1,"
                                + " and was submitted but not delivered within 0 s; do not send it again\"}}\n"
                                + "{\"v\":1,\"ok\":false,\"to\":\"234\",\"message_uuid\":\"m2\",\"error\":"
                                + "{\"code\":\"timed_out\",\"exit\":124,\"retryable\":false,\"message\":\"the message"
                                + " was sent as m2, and no status of it came within 0 s; do not send it again,"
                                + " and see that its status URL leads to this port\"}}\n",
                        READY + "fbmsg: the message was sent as m1\nfbmsg: the message was sent as m2\n"
                                + "fbmsg: waiting for delivered\n"
                                + "fbmsg: the message was sent as m1, and was submitted but not delivered within 0 s;"
                                + " do not send it again\n"
                                + "fbmsg: the message was sent as m2, and no status of it came within 0 s;"
                                + " do not send it again, and see that its status URL leads to this port\n");
    }

    @Test
    void allPartsMustGetThere() throws Exception {
        Future<Run> run = start(LONG_TEXT, "--split --wait delivered");
        awaitAccepted();
        postStatus("m2", "delivered");
        assertThat(run.isDone()).isFalse();

        postStatus("m1", "delivered");

        end(run).is(0, "m1\nm2\n", READY + "fbmsg: waiting for delivered\n");
    }

    @Test
    void theWorstOfThePartsDecides() throws Exception {
        Future<Run> run = start(LONG_TEXT, "--split --wait delivered --json");
        postStatus("m1", "rejected");
        postStatus("m2", "delivered");

        Run ended = end(run);
        assertThat(ended.exit()).isEqualTo(65);
        assertThat(ended.out().lines())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("{\"v\":1,\"ok\":false,\"to\":\"234\",\"message_uuid\":\"m1\""),
                        second -> assertThat(second)
                                .startsWith("{\"v\":1,\"ok\":true,\"to\":\"234\",\"message_uuid\":\"m2\""));
    }

    /** What is known to have failed is worse than what is not known yet. */
    @Test
    void aRejectedPartIsWorseThanOneThatIsLate() throws Exception {
        told = number -> {
            if (number == 2) {
                postStatus("m1", "undeliverable");
            }
        };
        assertThat(end(start(LONG_TEXT, "--split --wait read --wait-timeout 0")).exit())
                .isEqualTo(69);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``     | m1
            --json | {"v":1,"ok":true,"to":"234","message_uuid":"m1"}
            """)
    void whereAPartIsNotTakenNothingIsWaitedFor(String json, String out) throws Exception {
        host.farSide(request -> sent.isEmpty() ? accept(request) : Reply.json(402, "{\"title\":\"Low balance\"}"));

        Run run = end(start(LONG_TEXT, ("--wait read --split " + json).strip()));

        assertThat(run.exit()).as(run.toString()).isEqualTo(77);
        assertThat(run.out()).isEqualTo(out + "\n");
        assertThat(run.err())
                .contains("fbmsg: the API answered 402: Low balance; top up the account")
                .endsWith("fbmsg: that was part 2 of 2; the parts before it were sent, those after it were not\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " --json"})
    void aMessageThatIsNotTakenEndsAsWithoutWaiting(String json) throws Exception {
        Exchange refusing = request -> Reply.json(422, "{\"title\":\"No\"}");
        Run without = host.farSide(refusing).run(("send --from 107 --to 234 --text Hi" + json).split(" "));

        Run run = end(start("--wait read --quiet" + json));

        assertThat(run).isEqualTo(without);
        assertThat(run.exit()).isEqualTo(65);
    }

    /** The message is another's, for all that is known then: its webhook is answered, and comes again. */
    @Test
    void whatIsHeldWhenSendingFailsIsAnswered() throws Exception {
        CompletableFuture<Reply> early = new CompletableFuture<>();
        CountDownLatch posting = new CountDownLatch(1);
        host.farSide(request -> {
            OwnThread.run(() -> {
                try {
                    posting.countDown();
                    early.complete(postStatus("m1", "submitted"));
                } catch (Exception e) {
                    early.completeExceptionally(e);
                }
            });
            try {
                posting.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return Reply.of(500);
        });

        assertThat(end(start("--wait submitted")).exit()).isEqualTo(76);
        // refused, where the listener was faster: no webhook is answered 200
        assertThat(early.handle((reply, e) -> e == null ? reply.status() : 503).get(1, TimeUnit.MINUTES))
                .isEqualTo(503);
    }

    @Test
    void withASecretOnlySignedStatusesCount() throws Exception {
        host.file("secrets", "old\nnew\n");
        Files.setPosixFilePermissions(folder.resolve("secrets"), PosixFilePermissions.fromString("rw-------"));
        host.env("FBMSG_SIGNATURE_SECRET_PATH", "secrets");
        Clock clock = Clock.fixed(TestHost.NOW, ZoneOffset.UTC);
        WebhookSigner signer = new WebhookSigner(
                "new", Optional.of(EmulatedFarSide.APPLICATION), Optional.empty(), clock, () -> "jti");
        byte[] body = status("m1", "read", "").getBytes(StandardCharsets.UTF_8);
        Future<Run> run = start("--wait delivered --json");

        assertThat(deliver(signer.post("/", body, Signing.NONE)).status()).isEqualTo(503);
        assertThat(deliver(signer.post("/", body, Signing.BAD)).status()).isEqualTo(401);
        assertThat(run.isDone()).isFalse();
        assertThat(deliver(signer.post("/", body, Signing.VALID)).status()).isEqualTo(200);

        Run ended = end(run);
        assertThat(ended.exit()).as(ended.toString()).isZero();
        assertThat(ended.err())
                .doesNotContain("no signature secret")
                .contains("fbmsg: a request was answered 503: the signature is missing\n")
                .contains("fbmsg: a request was answered 401: the signature ");
    }

    @Test
    void aPortInUseIsNamedAndNothingIsSent() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Run run = end(start("--wait read --quiet --port " + taken.getLocalPort()));

            run.is(
                    69,
                    "",
                    "fbmsg: port " + taken.getLocalPort()
                            + " of 127.0.0.1 is in use; stop what uses it, or give another --port\n");
            assertThat(sent).isEmpty();
        }
    }

    /** The listener takes the messages; the statuses of this message go where its own URL leads. */
    @Test
    void aListenerMayRunBesideIt(@TempDir Path other) throws Exception {
        TestHost listening = TestHost.in(other);
        Future<Run> messages = listening.start("listen", "--port", "0");
        String inbound = listening.err.await("listening on (http://[^ ]+) ");
        Future<Run> run = start("--wait read --webhook-url https://example.com/status");
        awaitAccepted();
        assertThat(new String(sent.get(0).body(), StandardCharsets.UTF_8))
                .contains("\"webhook_url\":\"https://example.com/status\"");

        postStatus("m1", "read");
        Reply reply = new HttpSender(Destination.of(inbound), Duration.ofMinutes(1), true)
                .exchange(Request.postJson(
                        "/",
                        Headers.NONE,
                        "{\"channel\":\"messenger\",\"message_uuid\":\"m8\",\"to\":\"107\",\"from\":\"234\","
                                + "\"timestamp\":\"2025-02-03T12:14:25Z\",\"message_type\":\"text\",\"text\":\"Hi\"}"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(end(run).exit()).isZero();
        assertThat(end(messages).out()).contains("\"message_uuid\":\"m8\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--wait read", "--wait read --json"})
    void anEndFromOutsideTellsTheIdAndFreesThePort(String options) throws Exception {
        start(options);
        String port = host.err.await("http://127\\.0\\.0\\.1:([0-9]+) ");
        awaitAccepted();

        host.endings.get(0).run();

        assertThat(host.err.toString(StandardCharsets.UTF_8))
                .endsWith("fbmsg: the message m1 to 234 was sent; do not send it again\n");
        new ServerSocket(Integer.parseInt(port), 1, InetAddress.getByName("127.0.0.1")).close();
    }

    @Test
    void quietSaysOnlyWhatWentWrong() throws Exception {
        end(start("--wait read --wait-timeout 0 --quiet"))
                .is(
                        124,
                        "m1\n",
                        "fbmsg: the message was sent as m1, and no status of it came within 0 s; do not send it again,"
                                + " and see that its status URL leads to this port\n");
    }

    @ParameterizedTest
    @CsvSource({
        "--wait read, Broken pipe, 141",
        "--wait read --json, Broken pipe, 141",
        "--wait read, No space left on device, 74",
        "--wait read --json, No space left on device, 74"
    })
    void anIdThatCannotBePrintedIsSaid(String options, String reason, int exit) throws Exception {
        host.stdout(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        });
        Future<Run> run = start(options);
        if (options.contains("--json")) {
            postStatus("m1", "read");
        }

        Run ended = end(run);
        assertThat(ended.exit()).isEqualTo(exit);
        assertThat(ended.err()).contains("fbmsg: the message m1 to 234 was sent; do not send it again\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --port 3001                     | 2 | --port goes with --wait only; add it, or leave --port out
            --wait-timeout 5s               | 2 | --wait-timeout goes with --wait only; add it, or leave --wait-timeout out
            --wait read --dry-run           | 2 | --wait and --dry-run exclude each other; leave one of them out
            --wait read --batch lines.jsonl | 2 | --wait and --batch exclude each other; leave one of them out
            --wait seen                     | 2 | invalid value for option '--wait': 'seen' is none of submitted, delivered and read; see: fbmsg send --help
            --wait read --wait-timeout soon | 2 | invalid value for option '--wait-timeout': 'soon' is not a duration such as 90s, 5m or 1h; see: fbmsg send --help
            --wait read --port 65536        | 2 | invalid value for option '--port': '65536' is not a number from 0 to 65535; see: fbmsg send --help
            """)
    void badOptionsAreTold(String options, int exit, String message) {
        Run run = host.run(("send --from 107 --to 234 --text Hi " + options).split(" "));

        run.is(exit, "", "fbmsg: " + message + "\n");
        assertThat(sent).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --wait read                                     | READ      | 60 |
            --wait submitted --wait-timeout 5m --port 0     | SUBMITTED | 300 | 0
            --wait=delivered --wait-timeout=7 --port=3001   | DELIVERED | 7 | 3001
            """)
    void thePlanIsWhatIsTyped(String options, Stage stage, int seconds, Integer port) {
        Syntax syntax = Syntax.of(new Object(), "send", "");
        WaitOptions wait = new WaitOptions(syntax);

        syntax.line().parseArgs(options.split(" "));

        assertThat(wait.plan()).isEqualTo(new WaitPlan(stage, Duration.ofSeconds(seconds), Optional.ofNullable(port)));
    }
}
