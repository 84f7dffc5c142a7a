package fbmsg.cli.talk.send;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.cli.EmulatedFarSide;
import fbmsg.cli.TestHost;
import fbmsg.cli.TestHost.Run;
import fbmsg.http.HostileServer;
import fbmsg.http.HostileServer.Manners;
import fbmsg.http.HttpSender;
import fbmsg.http.Request;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The whole program against a far side that does its worst, over loopback: how many requests it saw, the exit code, and
 * what was said.
 */
class HostileFarSideTest {
    private static final String UNKNOWN = "fbmsg: the outcome is unknown (127.0.0.1:PORT: WHY);"
            + " the message may have been sent: look into the conversation before sending it again\n";
    private static final String HEAD = "HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\n";

    @TempDir
    Path folder;

    static Stream<Arguments> manners() {
        return Stream.of(
                wrong("reset after the body", 1, 76, UNKNOWN, resetting()),
                wrong("closed after the body", 1, 76, UNKNOWN, HostileServer.answering("")),
                wrong("a stalled head", 1, 76, UNKNOWN, HostileServer.stallingAfter(HEAD)),
                wrong("half a head", 1, 76, UNKNOWN, HostileServer.answering(HEAD)),
                wrong(
                        "a stalled body",
                        1,
                        76,
                        unknown("the API answered 202 with something else than JSON"),
                        HostileServer.stallingAfter(HEAD + "Content-Length: 40\r\n\r\n{\"mess")),
                wrong(
                        "half a body",
                        1,
                        76,
                        unknown("the API answered 202 with something else than JSON"),
                        HostileServer.answering(HEAD + "Content-Length: 40\r\n\r\n{\"mess")),
                wrong("another protocol", 1, 76, UNKNOWN, HostileServer.answering("SSH-2.0-OpenSSH_9.2\r\n\r\n")),
                status(200, 1, 76, unknown("the API answered 200 with something else than JSON")),
                status(302, 1, 76, unknown("the API answered with a redirect (302)")),
                status(400, 1, 65, "fbmsg: the API answered 400; WHY\n"),
                status(401, 1, 77, "fbmsg: the API answered 401; WHY\n"),
                status(402, 1, 77, "fbmsg: the API answered 402; WHY\n"),
                status(403, 1, 77, "fbmsg: the API answered 403; WHY\n"),
                status(404, 1, 65, "fbmsg: the API answered 404; WHY\n"),
                status(407, 1, 77, "fbmsg: the API answered 407; WHY\n"),
                status(422, 1, 65, "fbmsg: the API answered 422; WHY\n"),
                status(429, 3, 75, "fbmsg: the API answered 429; the message was not taken: try again later\n"),
                status(500, 1, 76, unknown("the API answered 500")),
                status(502, 1, 76, unknown("the API answered 502")),
                status(503, 1, 76, unknown("the API answered 503")),
                status(504, 1, 76, unknown("the API answered 504")),
                wrong(
                        "503 with Retry-After",
                        3,
                        75,
                        "fbmsg: the API answered 503; the message was not taken: try again after 0 s\n",
                        HostileServer.answering(
                                "HTTP/1.1 503 x\r\nRetry-After: 0\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")));
    }

    private static Arguments status(int status, int requests, int exit, String err) {
        return wrong(
                "status " + status,
                requests,
                exit,
                err,
                HostileServer.answering("HTTP/1.1 " + status + " x\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"));
    }

    private static Arguments wrong(String name, int requests, int exit, String err, Manners manners) {
        return Arguments.of(name, requests, exit, err, manners);
    }

    private static String unknown(String why) {
        return UNKNOWN.replace("127.0.0.1:PORT: WHY", why);
    }

    private static Manners resetting() {
        return (socket, server) -> {
            server.readBody(socket);
            HostileServer.reset(socket);
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("manners")
    void nothingIsSentTwice(String name, int requests, int exit, String err, Manners manners) throws IOException {
        try (HostileServer server = new HostileServer(manners)) {
            Run run = send(server.url(), "--text", "Hi");

            assertThat(run.exit()).as(run.toString()).isEqualTo(exit);
            assertThat(run.out()).isEmpty();
            assertThat(run.err().replace(server.url().substring(7), "127.0.0.1:PORT"))
                    .matches(pattern(err));
            assertThat(server.heads()).hasSize(requests);
        }
    }

    private static String pattern(String err) {
        return "\\Q" + err.replace("WHY", "\\E[^\n]+\\Q") + "\\E";
    }

    /** What no request came of may be tried again, and is: the third attempt finds the server up. */
    @Test
    void aConnectionThatIsRefusedIsTriedAgain() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = socket.getLocalPort();
        }
        Run run = send("http://127.0.0.1:" + port, "--text", "Hi", "-v");

        assertThat(run)
                .isEqualTo(new Run(
                        69,
                        "",
                        ("fbmsg: attempt 1 of 3: not taken: 127.0.0.1:PORT: connection refused; the next in 0.5 s\n"
                                        + "fbmsg: attempt 2 of 3: not taken: 127.0.0.1:PORT: connection refused; the next in 1.0 s\n"
                                        + "fbmsg: attempt 3 of 3: not taken: 127.0.0.1:PORT: connection refused\n"
                                        + "fbmsg: the API cannot be reached (127.0.0.1:PORT: connection refused);"
                                        + " check --api-url and the network; the message was not sent\n")
                                .replace("PORT", String.valueOf(port))));
    }

    /** The body is padded so that it does not fit into the sockets' buffers: most of it is still here at the reset. */
    @Test
    void aResetBeforeTheBodyIsWhollyWrittenIsTemporary() throws IOException {
        try (HostileServer server = new HostileServer((socket, me) -> HostileServer.reset(socket))) {
            TestHost host = host(server.url()).connections((destination, timeout, offline) -> {
                HttpSender sender = new HttpSender(destination, timeout, offline);
                return request -> sender.exchange(new Request(
                        request.method(), request.path(), request.headers(), Arrays.copyOf(request.body(), 48 << 20)));
            });
            Run run = host.run("send", "--from", "1", "--to", "2", "--text", "Hi");

            assertThat(run.exit()).as(run.toString()).isEqualTo(75);
            assertThat(run.err()).endsWith("; try again: it was not taken\n");
            assertThat(server.heads()).hasSize(1);
        }
    }

    private Run send(String url, String... more) {
        String[] args = new String[7 + more.length];
        System.arraycopy(new String[] {"send", "--from", "1", "--to", "2", "--timeout", "3"}, 0, args, 0, 7);
        System.arraycopy(more, 0, args, 7, more.length);
        return host(url).run(args);
    }

    /** Real sockets, and time that only passes in waiting. */
    private TestHost host(String url) {
        return EmulatedFarSide.signer(TestHost.in(folder))
                .env("FBMSG_API_URL", url)
                .connections(HttpSender::new);
    }
}
