package fbmsg.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import fbmsg.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a request is told rightly, whatever the far side does, and it is sent once. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HttpSenderTest {
    /** Far more than any of these takes; what stalls is in HttpSenderDeadlineTest. */
    private static final Duration LONG = Duration.ofSeconds(60);

    private static final Request SMALL =
            Request.postJson("/v1/messages?a=%20b", Headers.of("User-Agent", "fbmsg/test"), "{\"text\":\"é\"}");

    /** Larger than what sockets hold, so that it is not wholly written before the other side reads. */
    private static final Request LARGE = new Request("POST", "/", Headers.NONE, new byte[48 << 20]);

    @Test
    void theRequestIsPlainHttp11() throws Exception {
        try (HostileServer server = new HostileServer(HostileServer.answering("HTTP/1.1 204 No Content\r\n\r\n"))) {
            assertThat(send(server, SMALL).status()).isEqualTo(204);

            String head = server.heads().get(0);
            assertThat(head).startsWith("POST /v1/messages?a=%20b HTTP/1.1\r\n");
            assertThat(head.toLowerCase())
                    .contains(
                            "\r\ncontent-length: 13\r\n",
                            "\r\nuser-agent: fbmsg/test\r\n",
                            "\r\ncontent-type: application/json\r\n",
                            "\r\naccept: application/json\r\n")
                    .doesNotContain("upgrade", "http2-settings", "expect");
        }
    }

    @Test
    void warmingUpSendsNothingToTheFarSide() throws Exception {
        try (HostileServer server = new HostileServer(HostileServer.answering("HTTP/1.1 204 No Content\r\n\r\n"))) {
            Connection sender = sender(server.url());
            sender.warmUp();
            assertThat(server.heads()).isEmpty();
            assertThat(sender.exchange(SMALL).status()).isEqualTo(204);
            assertThat(server.heads()).hasSize(1);
        }
    }

    @Test
    void whatItWarmsUpWithAnswers() throws Exception {
        try (OneAnswer farSide = OneAnswer.open()) {
            assertThat(sender(farSide.url()).exchange(SMALL).status()).isEqualTo(202);
        }
    }

    @Test
    void aRefusedConnectionIsNotSentAndNeverConnected() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = socket.getLocalPort();
        }

        NotSent e = (NotSent)
                catchThrowable(() -> sender("http://127.0.0.1:" + port).exchange(SMALL));

        assertThat(e).hasMessage("127.0.0.1:" + port + ": connection refused");
        assertThat(e.connected()).isFalse();
    }

    /**
     * It counted as handed over from the first piece of the body on: a request of which half was written, which nobody can
     * have taken, ended as "outcome unknown" and was not tried again.
     */
    @Test
    void aResetBeforeTheBodyIsWhollyWrittenIsNotSent() throws Exception {
        try (HostileServer server = new HostileServer((socket, me) -> HostileServer.reset(socket))) {
            Throwable e = catchThrowable(() -> send(server, LARGE));

            assertThat(e).isInstanceOf(NotSent.class);
            assertThat(((NotSent) e).connected()).isTrue();
            assertThat(server.heads()).hasSize(1);
        }
    }

    @Test
    void aResetAfterTheBodyIsUnanswered() throws Exception {
        assertUnanswered((socket, server) -> {
            server.readBody(socket);
            HostileServer.reset(socket);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 202 Acc",
                "HTTP/1.1 202 Accepted\r\nContent-Type: appl",
                "HTTP/1.1 202 Accepted\r\nContent-Length: 2\r\n",
                "SSH-2.0-OpenSSH_9.2\r\n\r\n",
                "HTTP/1.1 abc\r\n\r\n"
            })
    void anAnswerThatBreaksInItsHeadIsUnanswered(String bytes) throws Exception {
        assertUnanswered(HostileServer.answering(bytes));
    }

    /**
     * The client does not ask for a body that is empty, so nothing was ever handed over: a DELETE that had been carried out
     * was told as "surely not taken".
     */
    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "DELETE"})
    void aRequestWithoutBodyMayHaveBeenTakenToo(String method) throws Exception {
        try (HostileServer server = new HostileServer((socket, me) -> HostileServer.reset(socket))) {
            Request request = new Request(method, "/", Headers.NONE, new byte[0]);

            assertThatThrownBy(() -> send(server, request)).isInstanceOf(Unanswered.class);
            assertThat(server.heads()).hasSize(method.equals("GET") ? 2 : 1); // the JDK asks again, once
        }
    }

    @Test
    void aBodyThatBreaksOffIsAReplyWithoutBody() throws Exception {
        assertReply("HTTP/1.1 202 Accepted\r\nContent-Length: 100\r\n\r\n{\"message_uuid\":", 202, "");
        assertReply("HTTP/1.1 202 Accepted\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n", 202, "");
        assertReply("HTTP/1.1 202 Accepted\r\nTransfer-Encoding: chunked\r\n\r\nnonsense\r\n", 202, "");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNotFollowed(int status) throws Exception {
        assertReply("HTTP/1.1 " + status + " Moved\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n", status, "");
    }

    @Test
    void a401WithoutItsHeaderIsAReply() throws Exception {
        assertReply("HTTP/1.1 401 Unauthorized\r\nContent-Length: 2\r\n\r\n{}", 401, "{}");
        assertReply("HTTP/1.1 407 Proxy\r\nContent-Length: 2\r\n\r\n{}", 407, "{}");
    }

    @Test
    void anyBodyOfUpToAMebibyteIsRead() throws Exception {
        String mebibyte = "x".repeat(1 << 20);

        assertReply("HTTP/1.1 200 OK\r\nContent-Length: 1048576\r\n\r\n" + mebibyte, 200, mebibyte);
        assertReply(
                "HTTP/1.1 502 Bad\r\nContent-Type: text/html\r\n\r\n<html>until the end", 502, "<html>until the end");
        assertReply(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n3;x=y\r\ncde\r\n0\r\n\r\n",
                200,
                "abcde");
    }

    @Test
    void aLargerBodyCountsAsNone() throws Exception {
        String more = "x".repeat((1 << 20) + 1);

        assertReply("HTTP/1.1 202 Accepted\r\nContent-Length: 1048577\r\n\r\n" + more, 202, "");
        assertReply("HTTP/1.1 202 Accepted\r\n\r\n" + more.repeat(8), 202, "");
    }

    @Test
    void offlineRefusesWhatIsNotThisMachine() {
        assertThatThrownBy(() -> new HttpSender(Destination.of("https://api.nexmo.com"), LONG, true))
                .isInstanceOf(Failure.class)
                .hasMessage(
                        "offline: the connection to api.nexmo.com is refused; leave --offline and FBMSG_OFFLINE out,"
                                + " or give the --api-url of an emulator on this machine");
    }

    @Test
    void offlineLeavesThisMachineAlone() throws Exception {
        try (HostileServer server = new HostileServer(HostileServer.answering("HTTP/1.1 204 x\r\n\r\n"))) {
            Exchange exchange = new HttpSender(Destination.of(server.url()), LONG, true);

            assertThat(exchange.exchange(SMALL).status()).isEqualTo(204);
        }
    }

    private static void assertReply(String bytes, int status, String body) throws Exception {
        try (HostileServer server = new HostileServer(HostileServer.answering(bytes))) {
            Reply reply = send(server, SMALL);

            assertThat(Arrays.asList(reply.status(), reply.text())).containsExactly(status, body);
            assertThat(server.heads()).hasSize(1);
        }
    }

    private static void assertUnanswered(HostileServer.Manners manners) throws IOException {
        try (HostileServer server = new HostileServer(manners)) {
            assertThatThrownBy(() -> send(server, SMALL))
                    .isInstanceOf(Unanswered.class)
                    .hasMessageStartingWith(server.url().substring(7) + ": ");
            assertThat(server.heads()).hasSize(1);
        }
    }

    private static Reply send(HostileServer server, Request request) throws NotSent, Unanswered {
        return sender(server.url()).exchange(request);
    }

    private static HttpSender sender(String url) {
        return new HttpSender(Destination.of(url), LONG, false);
    }
}
