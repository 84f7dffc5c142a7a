package fbmsg.cli.talk.listen;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.OwnThread;
import fbmsg.cli.EmulatedFarSide;
import fbmsg.cli.Session;
import fbmsg.cli.Terminals;
import fbmsg.cli.TestHost;
import fbmsg.cli.TestHost.Run;
import fbmsg.cli.talk.listen.plan.Door;
import fbmsg.cli.talk.listen.plan.Handling;
import fbmsg.cli.talk.listen.plan.ListenPlan;
import fbmsg.cli.talk.listen.plan.Output;
import fbmsg.cli.talk.listen.plan.Verify;
import fbmsg.emulator.webhook.FacebookUser;
import fbmsg.emulator.webhook.Version;
import fbmsg.emulator.webhook.WebhookSigner;
import fbmsg.http.Destination;
import fbmsg.http.Headers;
import fbmsg.http.HttpSender;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.webhook.Filter;
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
import java.util.Base64;
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

/** The command with a real port: what it prints, when it ends, what senders are answered. */
class ListenCommandTest {
    /** The tutorial's example. */
    private static final String EVENT = """
            {
              "message_uuid":"aaaaaaaa-bbbb-cccc-dddd-0123456789ab",
              "to":{ "type":"messenger", "id":"0000000000000000" },
              "from":{ "type":"messenger", "id":"1111111111111111" },
              "timestamp":"2020-01-01T14:00:00.000Z",
              "message":{ "content":{ "type":"text", "text":"Hello from Facebook Messenger!" } }
            }
            """;

    private static final String RECORD = "{\"v\":1,\"event\":\"inbound\","
            + "\"message_uuid\":\"aaaaaaaa-bbbb-cccc-dddd-0123456789ab\",\"from\":\"1111111111111111\","
            + "\"to\":\"0000000000000000\",\"timestamp\":\"2020-01-01T14:00:00Z\",\"type\":\"text\","
            + "\"text\":\"Hello from Facebook Messenger!\",\"signature\":\"unchecked\",\"payload\":"
            + EVENT.replaceAll("\\s+(?=([^\"]*\"[^\"]*\")*[^\"]*$)", "") + "}\n";

    @TempDir
    Path folder;

    private TestHost host;

    @BeforeEach
    void machine() {
        host = TestHost.in(folder);
    }

    private Future<Run> start(String... options) {
        List<String> args = new ArrayList<>(List.of("listen", "--port", "0"));
        args.addAll(Arrays.asList(options));
        return host.start(args.toArray(new String[0]));
    }

    private Reply post(String json) throws Exception {
        return send(Request.postJson("/webhooks/inbound", Headers.NONE, json));
    }

    private Reply send(Request request) throws Exception {
        String url = host.err.await("listening on (http://[^ ]+) ");
        return new HttpSender(Destination.of(url), Duration.ofMinutes(1), true).exchange(request);
    }

    private static Run end(Future<Run> run) throws Exception {
        return run.get(1, TimeUnit.MINUTES);
    }

    /** The webhook that warms it up is neither printed nor counted, nor said. */
    @Test
    void warmingUpIsNotSeen() throws Exception {
        host.spareTime(Runnable::run);
        Future<Run> run = start();

        assertThat(post(EVENT).status()).isEqualTo(200);

        Run ended = end(run);
        assertThat(ended.exit()).isZero();
        assertThat(ended.out()).isEqualTo(RECORD);
        assertThat(ended.err().lines())
                .hasSize(2)
                .allMatch(line -> line.matches("fbmsg: (listening on|no signature) .*"));
    }

    @Test
    void printsOneRecordAndEnds() throws Exception {
        Future<Run> run = start();

        assertThat(post(EVENT).status()).isEqualTo(200);

        Run ended = end(run);
        assertThat(ended.exit()).as(ended.toString()).isZero();
        assertThat(ended.out()).isEqualTo(RECORD);
        assertThat(ended.err())
                .matches("fbmsg: no signature secret is configured: signatures are not checked\n"
                        + "fbmsg: listening on http://127\\.0\\.0\\.1:[0-9]+"
                        + " \\(Vonage reaches it through a tunnel to this port\\)\n");
    }

    @Test
    void countsMessagesNotDeliveries() throws Exception {
        Future<Run> run = start("--count", "2");

        post(EVENT);
        assertThat(post(EVENT).status()).isEqualTo(200);
        post(EVENT.replace("0123456789ab", "0123456789ac"));

        assertThat(end(run).out()).hasLineCount(2);
    }

    @Test
    void rawPrintsTheBodysOwnBytes() throws Exception {
        Future<Run> run = start("--raw");
        post(EVENT);
        assertThat(end(run).out()).isEqualTo(EVENT + "\n");
    }

    @ParameterizedTest
    @CsvSource({
        "from, 1111111111111111",
        "text, Hello from Facebook Messenger!",
        "payload.message.content.type, text",
        "payload.to, '{\"type\":\"messenger\",\"id\":\"0000000000000000\"}'",
        "v, 1"
    })
    void printsOneField(String field, String value) throws Exception {
        Future<Run> run = start("--print", field);
        post(EVENT);
        assertThat(end(run)).extracting(Run::exit, Run::out).containsExactly(0, value + "\n");
    }

    /** The record is one level deeper than the body: the deepest body that is taken broke --print, and reply. */
    @Test
    void theDeepestBodyIsPrintedAndItsRecordCanBeAnswered() throws Exception {
        String deep = EVENT.replaceFirst("\\{", "{\"x\":" + "[".repeat(499) + "]".repeat(499) + ",");
        Future<Run> run = start("--print", "from");
        assertThat(post(deep).status()).isEqualTo(200);
        assertThat(end(run).out()).isEqualTo("1111111111111111\n");

        host = TestHost.in(folder);
        Future<Run> record = start();
        post(deep);
        EmulatedFarSide vonage = new EmulatedFarSide();
        Run reply =
                vonage.customer(TestHost.in(folder)).stdin(end(record).out()).run("reply", "--text", "Hi");
        assertThat(reply.exit()).as(reply.toString()).isZero();
    }

    /** Whatever a stranger can get into a line for people is made fit for a terminal. */
    @Test
    void strangersWriteNoEscapeSequencesToTheTerminal() throws Exception {
        Future<Run> run = start();
        String header = Base64.getUrlEncoder()
                .encodeToString("{\"alg\":\"\\u001b[31mX\\nY\"}".getBytes(StandardCharsets.UTF_8));
        post(EVENT.replace("messenger", "\\u001b[31mevil\\nfbmsg: forged"));
        post(EVENT.replace("\"timestamp\"", "\"status\":\"\\u001b[2Jrejected\",\"timestamp\""));
        send(Request.postJson("/", Headers.of("Authorization", "Bearer " + header + ".e30.eHg"), EVENT));

        Run ended = end(run);
        assertThat(ended.err()).doesNotContain("\u001b").doesNotContain("\nfbmsg: forged");
    }

    @Test
    void aMissingFieldIsToldAnsweredAndEndsWith65() throws Exception {
        Future<Run> run = start("--print", "url");

        assertThat(post(EVENT).status()).isEqualTo(200);

        Run ended = end(run);
        assertThat(ended.exit()).isEqualTo(65);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .endsWith("fbmsg: warning: message aaaaaaaa-bbbb-cccc-dddd-0123456789ab has no field 'url';"
                        + " nothing was printed for it\n");
    }

    @ParameterizedTest
    @CsvSource({"true, 'red\\u001b[31m\\n'", "false, 'red\u001b[31m\n'"})
    void controlCharactersReachAPipeAndNotATerminal(boolean terminal, String printed) throws Exception {
        host.terminals(new Terminals(false, terminal, false, false));
        Future<Run> run = start("--print", "text");
        post(EVENT.replace("Hello from Facebook Messenger!", "red\\u001b[31m"));
        assertThat(end(run).out()).isEqualTo(printed.replace("\\n", "\n"));
    }

    @Test
    void endsWith124WhenNothingComes() throws Exception {
        Run run = end(start("--timeout", "0"));
        assertThat(run.exit()).isEqualTo(124);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .endsWith("fbmsg: not enough messages within 0 s; is the tunnel open, and its URL the application's"
                        + " inbound URL?\n");
    }

    @Test
    void aPortInUseIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Run run = host.run("listen", "--port", String.valueOf(taken.getLocalPort()));
            assertThat(run.exit()).isEqualTo(69);
            assertThat(run.err())
                    .endsWith("fbmsg: port " + taken.getLocalPort()
                            + " of 127.0.0.1 is in use; stop what uses it, or give another --port\n");
        }
    }

    @Test
    void thePortFileIsThereWhileListening() throws Exception {
        Future<Run> run = start("--port-file", "port");
        String port = host.err.await("http://127\\.0\\.0\\.1:([0-9]+) ");
        assertThat(folder.resolve("port")).hasContent(port + "\n");

        post(EVENT);

        end(run);
        assertThat(folder.resolve("port")).doesNotExist();
    }

    /** A port file named like somebody's own file was written over, and removed at the end. */
    @Test
    void anothersFileIsNotTouched() {
        Path mine = host.file("notes.txt", "keep me");

        Run run = host.run("listen", "--port", "0", "--port-file", "notes.txt", "--timeout", "0");

        assertThat(run.exit()).isEqualTo(74);
        assertThat(run.err())
                .endsWith("fbmsg: the file " + mine + " exists and is not fbmsg's; give another name, or remove it\n");
        assertThat(mine).hasContent("keep me");
    }

    @Test
    void anEmptyFileMayBecomeThePortFile() throws Exception {
        host.file("port", "");
        assertThat(end(start("--port-file", "port", "--timeout", "0")).exit()).isEqualTo(124);
    }

    /** Ctrl-C: what comes later is not taken, the files go. */
    @Test
    void anEndFromOutsideFreesThePortAndTheFile() throws Exception {
        start("--port-file", "port");
        String port = host.err.await("http://127\\.0\\.0\\.1:([0-9]+) ");

        host.endings.get(0).run();

        assertThat(folder.resolve("port")).doesNotExist();
        new ServerSocket(Integer.parseInt(port), 1, InetAddress.getByName("127.0.0.1")).close();
    }

    @Test
    void whatIsNotDoneWhenTheRunIsEndedIsAnswered503() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        host.stdout(new OutputStream() {
            @Override
            public void write(int b) {
                writing.countDown();
                try {
                    never.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        });
        start();
        Future<Reply> reply = CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return post(EVENT);
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                },
                OwnThread::run);
        writing.await();

        host.endings.get(0).run();

        assertThat(reply.get(1, TimeUnit.MINUTES).status()).isEqualTo(503);
    }

    @Test
    void aBrokenPipeIsNotAcknowledgedAndEndsWith141() throws Exception {
        host.stdout(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        });
        Future<Run> run = start("--verify", "off");

        assertThat(post(EVENT).status()).isEqualTo(503);

        Run ended = end(run);
        assertThat(ended.exit()).isEqualTo(141);
        assertThat(ended.err()).hasLineCount(1);
    }

    @Test
    void aFullDiskIsToldAndNotAcknowledged() throws Exception {
        host.stdout(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        });
        Future<Run> run = start();

        assertThat(post(EVENT).status()).isEqualTo(503);

        Run ended = end(run);
        assertThat(ended.exit()).isEqualTo(74);
        assertThat(ended.err())
                .endsWith("fbmsg: standard output could not be written: No space left on device;"
                        + " check where it goes to\n");
    }

    @Test
    void aBodyOf10MiBIs413AndTheNextMessageIsTaken() throws Exception {
        Future<Run> run = start();

        assertThat(post("{\"a\":\"" + "x".repeat(10 << 20) + "\"}").status()).isEqualTo(413);
        assertThat(post(EVENT).status()).isEqualTo(200);

        Run ended = end(run);
        assertThat(ended.out()).isEqualTo(RECORD);
        assertThat(ended.err()).endsWith("fbmsg: a request was answered 413: the body is larger than 1048576 bytes\n");
    }

    @Test
    void withASecretOnlySignedWebhooksAreTaken() throws Exception {
        host.file("secrets", "old\n\nnew\n");
        Files.setPosixFilePermissions(folder.resolve("secrets"), PosixFilePermissions.fromString("rw-------"));
        host.env("FBMSG_SIGNATURE_SECRET_PATH", "secrets");
        Future<Run> run = start("--verify", "require");
        Clock clock = Clock.fixed(TestHost.NOW, ZoneOffset.UTC);
        WebhookSigner signer = new WebhookSigner("new", Optional.of("app"), Optional.empty(), clock, () -> "jti");
        FacebookUser user = new FacebookUser("234", "107", signer, clock, () -> "m1");

        assertThat(post(EVENT).status()).isEqualTo(503);
        assertThat(send(user.writes("Hi", Version.V1, "/")).status()).isEqualTo(200);

        assertThat(end(run).out()).contains("\"signature\":\"valid\"").hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --port abc          |  2 | invalid value for option '--port': 'abc' is not a number from 0 to 65535; see: fbmsg listen --help
            --port 65536        |  2 | invalid value for option '--port': '65536' is not a number from 0 to 65535; see: fbmsg listen --help
            --port -1           |  2 | invalid value for option '--port': '-1' is not a number from 0 to 65535; see: fbmsg listen --help
            --count 0           |  2 | --count 0 takes no message; give 1 or more
            --bind=             |  2 | --bind is empty; leave it out, or give an address of this machine
            --raw --print from  |  2 | --raw and --print exclude each other; give one of them
            --path inbound      |  2 | --path inbound does not begin with a slash; give for example /inbound
            --verify maybe      |  2 | invalid value for option '--verify': 'maybe' is none of auto, require and off; see: fbmsg listen --help
            --timeout soon      |  2 | invalid value for option '--timeout': 'soon' is not a duration such as 90s, 5m or 1h; see: fbmsg listen --help
            --max-body 0        |  2 | invalid value for option '--max-body': '0' is not a size such as 512k or 2m; see: fbmsg listen --help
            --verify require    | 78 | --verify require needs the signature secret; set FBMSG_SIGNATURE_SECRET_PATH, or run: fbmsg config set signature_secret_path FILE
            """)
    void badOptionsAreTold(String options, int exit, String message) {
        assertThat(host.run(("listen " + options).split(" "))).isEqualTo(new Run(exit, "", "fbmsg: " + message + "\n"));
    }

    @Test
    void anAddressThatIsNotOursIsTold() {
        Run run = host.run("listen", "--port", "0", "--bind", "192.0.2.1");
        assertThat(run.exit()).isEqualTo(69);
        assertThat(run.err())
                .endsWith("fbmsg: 192.0.2.1 is not an address of this machine;"
                        + " give --bind an address of this machine\n");
    }

    @Test
    void theUsualPlan() {
        ListenPlan plan = new ListenCommand((Session) null).plan();

        assertThat(plan)
                .isEqualTo(new ListenPlan(
                        new Door(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                1 << 20,
                                Optional.empty(),
                                Verify.AUTO,
                                Duration.ofHours(25)),
                        Filter.MESSAGES,
                        Optional.of(1),
                        Optional.empty(),
                        new Output(Output.Form.JSON, Optional.empty()),
                        new Handling(
                                List.of(), Optional.empty(), false, Duration.ofSeconds(60), Optional.empty(), 1, false),
                        Duration.ofSeconds(10),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Optional.empty()));
    }
}
