package fbmsg.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fbmsg.http.Download.Body;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that arrive, and that do not. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HttpDownloadTest {
    private static final int LARGE = 5_000_000;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    private static HttpSender sender(String url) {
        return new HttpSender(Destination.of(url), Duration.ofSeconds(60), true);
    }

    private Download from(HostileServer.Manners manners, long most) throws Exception {
        try (HostileServer server = new HostileServer(manners);
                HttpSender sender = sender(server.url())) {
            return sender.download(Request.get("/"), file, most);
        }
    }

    private static HostileServer.Manners answering(String bytes) {
        return HostileServer.answering("HTTP/1.1 200 OK\r\n" + bytes);
    }

    /** More than any limit for replies, and more than the memory of a socket. */
    @Test
    void aFileIsWrittenWholeToItsLastByte() throws Exception {
        byte[] bytes = new byte[LARGE];
        for (int i = 0; i < LARGE; i++) {
            bytes[i] = (byte) (i * 31 + i / 251);
        }
        Reply reply = new Reply(200, Headers.of("Content-Type", "image/png"), bytes, Reply.Departure.IGNORED);
        try (HttpListener server =
                        HttpListener.open("127.0.0.1", 0, ListenerLimits.USUAL, request -> reply, bug -> {});
                HttpSender sender = sender("http://127.0.0.1:" + server.port())) {
            Download download = sender.download(Request.get("/"), file, LARGE);

            assertThat(download.body()).isEqualTo(Body.WRITTEN);
            assertThat(download.reply().headers().mediaType()).contains("image/png");
            assertThat(file.toByteArray()).isEqualTo(bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Content-Length: 4\r\n\r\nfour", "Transfer-Encoding: chunked\r\n\r\n4\r\nfour\r\n0\r\n\r\n"})
    void aFileMayBeAsLargeAsIsAllowed(String answer) throws Exception {
        assertThat(from(answering(answer), 4).body()).isEqualTo(Body.WRITTEN);
        assertThat(file).hasToString("four");
    }

    @Test
    void anEmptyFileIsOne() throws Exception {
        assertThat(from(answering("Content-Length: 0\r\n\r\n"), 4).body()).isEqualTo(Body.WRITTEN);
    }

    /** None of it is waited for: it says itself how large it is. */
    @Test
    void whatSaysThatItIsTooLargeIsNotRead() throws Exception {
        HostileServer.Manners manners = HostileServer.stallingAfter("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n");
        assertThat(from(manners, 4).body()).isEqualTo(Body.TOO_LARGE);
    }

    @Test
    void whatTurnsOutToBeTooLargeIsReadNoFurther() throws Exception {
        HostileServer.Manners manners =
                HostileServer.stallingAfter("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n12345\r\n");
        assertThat(from(manners, 4).body()).isEqualTo(Body.TOO_LARGE);
        assertThat(file.size()).isLessThan(5);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 206, 301, 401, 404, 500})
    void anotherStatusIsNoFileAndItsBodyIsNotWaitedFor(int status) throws Exception {
        String length = status == 204 ? "" : "Content-Length: 100\r\n";
        Download download = from(
                HostileServer.stallingAfter("HTTP/1.1 " + status + " X\r\nX-Is: there\r\n" + length + "\r\nhalf"), 4);

        assertThat(download.body()).isEqualTo(Body.LEFT);
        Reply reply = download.reply();
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.headers().first("x-is")).contains("there");
        assertThat(reply.body()).isEmpty();
        assertThat(file.size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 9\r\n\r\nfour", "Transfer-Encoding: chunked\r\n\r\n9\r\nfour"})
    void aFileThatBreaksOffIsNoFile(String answer) {
        assertThatThrownBy(() -> from(answering(answer), 100))
                .isInstanceOf(Unanswered.class)
                .hasMessageMatching("127.0.0.1:[0-9]+: broken off after 4 bytes: .+");
    }

    @Test
    void whatCannotBeWrittenIsThisSidesTrouble() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        assertThatThrownBy(() -> {
                    try (HostileServer server = new HostileServer(
                                    HostileServer.stallingAfter("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nfour"));
                            HttpSender sender = sender(server.url())) {
                        sender.download(Request.get("/"), full, 100);
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
    }

    @Test
    void whoeverIsInterruptedWaitsNoLonger() {
        Thread waiting = Thread.currentThread();
        OutputStream interrupting = new OutputStream() {
            @Override
            public void write(int b) {
                waiting.interrupt();
            }
        };
        assertThatThrownBy(() -> {
                    try (HostileServer server = new HostileServer(
                                    HostileServer.stallingAfter("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nfour"));
                            HttpSender sender = sender(server.url())) {
                        sender.download(Request.get("/"), interrupting, 100);
                    }
                })
                .isInstanceOf(Unanswered.class)
                .hasMessageEndingWith(": broken off after 4 bytes: interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void whatCannotBeReachedIsNotSent() throws Exception {
        String url;
        try (HostileServer server = new HostileServer(HostileServer.answering(""))) {
            url = server.url();
        }
        try (HttpSender sender = sender(url)) {
            assertThatThrownBy(() -> sender.download(Request.get("/"), file, 4))
                    .isInstanceOf(NotSent.class)
                    .hasMessage(url.substring("http://".length()) + ": connection refused");
        }
    }

    @Test
    void theRequestGoesOutAsItIs() throws Exception {
        try (HostileServer server = new HostileServer(answering("Content-Length: 0\r\n\r\n"));
                HttpSender sender = sender(server.url())) {
            Request request =
                    new Request("GET", "/v3/media/1?a=b", Headers.of("Authorization", "Bearer t"), new byte[0]);
            sender.download(request, file, 4);
            assertThat(server.heads())
                    .singleElement()
                    .satisfies(head -> assertThat(head)
                            .startsWith("GET /v3/media/1?a=b HTTP/1.1\r\n")
                            .contains("\r\nAuthorization: Bearer t\r\n"));
        }
    }

    /** A far side in memory, which has only replies. */
    @Test
    void inMemoryItIsTheSame() throws Exception {
        Connection near = request -> Reply.text(200, "four").header("X-Is", "there");
        assertThat(near.download(Request.get("/"), file, 5).body()).isEqualTo(Body.WRITTEN);
        assertThat(file.toString(StandardCharsets.UTF_8)).isEqualTo("four\n");
        assertThat(near.download(Request.get("/"), file, 4).body()).isEqualTo(Body.TOO_LARGE);

        Connection refusing = request -> Reply.text(404, "none");
        Download refused = refusing.download(Request.get("/"), file, 4);
        assertThat(refused.body()).isEqualTo(Body.LEFT);
        assertThat(refused.reply().status()).isEqualTo(404);
        assertThat(refused.reply().body()).isEmpty();
    }
}
