package fbmsg.cli.talk.listen;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.cli.TestHost;
import fbmsg.cli.TestHost.Run;
import fbmsg.http.Destination;
import fbmsg.http.Headers;
import fbmsg.http.HttpListener;
import fbmsg.http.HttpSender;
import fbmsg.http.ListenerLimits;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Webhooks posted on to a real server, and kept as files. */
class ListenForwardTest extends ListenCase {
    private final Queue<Request> got = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
    private HttpListener target;

    @BeforeEach
    void realConnections() {
        host.connections((destination, timeout, offline) -> new HttpSender(destination, timeout, offline));
    }

    @AfterEach
    void close() {
        if (target != null) {
            target.close(Duration.ZERO);
        }
    }

    private String target(String address) {
        target = HttpListener.open(
                address,
                0,
                ListenerLimits.USUAL,
                request -> {
                    got.add(request);
                    return Reply.of(statuses.isEmpty() ? 204 : statuses.remove());
                },
                bug -> {});
        return String.valueOf(target.port());
    }

    private Reply post(Headers headers, String path, String json) throws Exception {
        String url = host.err.await("listening on (http://[^ ]+) ");
        try (HttpSender sender = new HttpSender(Destination.of(url), Duration.ofMinutes(1), true)) {
            return sender.exchange(Request.postJson(path, headers, json));
        }
    }

    @Test
    void theBodyAndTheHeadersGoOnAsTheyCame() throws Exception {
        Future<Run> run = start("--forward-to", "http://127.0.0.1:" + target("127.0.0.1") + "/hook?x=1");
        String body = " " + text("a", "234", "Hi") + "\n";

        Reply reply = post(
                Headers.of("Authorization", "Bearer a.b.c")
                        .with("X-Trace", "one")
                        .with("X-Trace", "two")
                        .with("Proxy-Authorization", "secret")
                        .with("TE", "trailers"),
                "/in",
                body);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(end(run).exit()).isZero();
        Request forwarded = got.remove();
        assertThat(forwarded.body()).asString().isEqualTo(body);
        assertThat(forwarded.path()).isEqualTo("/hook?x=1");
        assertThat(forwarded.headers().fields())
                .extracting(field -> field.name().toLowerCase(java.util.Locale.ROOT) + ": " + field.value())
                .contains(
                        "authorization: Bearer a.b.c", "x-trace: one", "x-trace: two", "content-type: application/json")
                .noneMatch(field -> field.startsWith("proxy-auth") || field.startsWith("te:"));
    }

    @Test
    void withoutAPathItIsTheWebhooksOwn() throws Exception {
        Future<Run> run = start("--forward-to", "http://127.0.0.1:" + target("127.0.0.1"));
        post(Headers.NONE, "/webhooks/inbound?a=b", text("a", "234", "Hi"));
        end(run);
        assertThat(got.remove().path()).isEqualTo("/webhooks/inbound?a=b");
    }

    @Test
    void theTargetsStatusDecidesAndIsSaid() throws Exception {
        String url = "http://127.0.0.1:" + target("127.0.0.1");
        statuses.addAll(List.of(500, 302, 201));
        Future<Run> run = start("--forward-to", url);

        assertThat(post(text("a", "234", "Hi"))).isEqualTo(503);
        assertThat(post(text("a", "234", "Hi"))).isEqualTo(503);
        assertThat(post(text("a", "234", "Hi"))).isEqualTo(200);

        Run ended = end(run);
        assertThat(ended.exit()).isZero();
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err().lines().filter(line -> line.contains("answered")))
                .containsExactly(
                        "fbmsg: warning: message a of user 234: " + url
                                + "/ answered 500 in 0 ms; answered 503, it comes again",
                        "fbmsg: warning: message a of user 234: " + url
                                + "/ answered 302 in 0 ms; answered 503, it comes again",
                        "fbmsg: message a of user 234: " + url + "/ answered 201 in 0 ms");
    }

    /** A development server that is restarted: the listener outlasts it. */
    @Test
    void whereNothingListensTheEventComesAgain() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = free.getLocalPort();
        }
        Future<Run> run = start("--forward-to", "http://localhost:" + port + "/hook");

        assertThat(post(text("a", "234", "Hi"))).isEqualTo(503);
        tellToEnd();

        assertThat(end(run).err())
                .contains("fbmsg: warning: message a: nothing listens on http://localhost:" + port
                        + "/hook; answered 503, it comes again\n");
    }

    /** Some servers bind ::1 alone where they are told localhost. */
    @Test
    void bothAddressesOfLocalhostAreTried() throws Exception {
        String port;
        try {
            port = target("::1");
        } catch (RuntimeException e) {
            Assumptions.abort("there is no ::1");
            return;
        }
        Future<Run> run = start("--forward-to", "http://localhost:" + port);

        assertThat(post(text("a", "234", "Hi"))).isEqualTo(200);

        assertThat(end(run).exit()).isZero();
        assertThat(got).hasSize(1);
    }

    @Test
    void eachWebhookIsAFileBeforeAnythingElse() throws Exception {
        statuses.addAll(List.of(500, 200));
        Future<Run> run =
                start("--record", "kept", "--forward-to", "http://127.0.0.1:" + target("127.0.0.1"), "--count", "2");

        post(Headers.of("Authorization", "Bearer secret"), "/in", text("a", "234", "Hi"));
        post(Headers.of("Authorization", "Bearer secret"), "/in", text("a", "234", "Hi"));
        post(Headers.of("Authorization", "Bearer secret"), "/in", text("b", "234", "Hi"));

        assertThat(end(run).exit()).isZero();
        try (var files = Files.list(folder.resolve("kept"))) {
            List<Path> kept = files.sorted().toList();
            assertThat(kept).hasSize(2); // what came again is not kept again
            assertThat(kept.get(0))
                    .content()
                    .startsWith("POST /in HTTP/1.1\r\n")
                    .doesNotContain("secret")
                    .endsWith(text("a", "234", "Hi"));
            assertThat(Files.getPosixFilePermissions(kept.get(0)))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void whatCannotBeRecordedIsNotAcknowledged() throws Exception {
        Future<Run> run = start("--record", "kept");
        host.err.await("listening on (http://[^ ]+) ");
        Files.delete(folder.resolve("kept"));
        Files.createFile(folder.resolve("kept"));

        assertThat(post(text("a", "234", "Hi"))).isEqualTo(503);

        Run ended = end(run);
        assertThat(ended.exit()).isEqualTo(74);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("fbmsg: a webhook could not be recorded in ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --forward-to http://127.0.0.1:1 -- true | --forward-to and a command exclude each other; an event has one place to go to
            --forward-to nowhere                    | URL is not one: nowhere; give for example http://127.0.0.1:3000/webhooks/inbound
            --forward-to http://127.0.0.1:1 --raw   | --raw and --forward-to exclude each other; nothing is printed then
            --keep-secrets                          | --keep-secrets goes with --record only; add it, or leave --keep-secrets out
            --jobs 2                                | --jobs goes with a command or --forward-to only; give the command after --
            """)
    void badOptionsAreTold(String options, String message) {
        Run run = TestHost.in(folder).run(("listen --port 0 " + options).split(" "));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).endsWith("fbmsg: " + message + "\n");
    }
}
