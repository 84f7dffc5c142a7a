package fbmsg.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Header fields as they came and as they go, and what is told of replies. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HttpListenerRepliesTest {
    private static final String GET = "GET / HTTP/1.1|Connection: close||";

    private final BlockingQueue<Throwable> bugs = new LinkedBlockingQueue<>();
    private final BlockingQueue<Boolean> departures = new LinkedBlockingQueue<>();
    private HttpListener listener;

    @AfterEach
    void close() {
        listener.close();
    }

    @Test
    void fieldsKeepTheirOrderAndCaseInBothDirections() throws Exception {
        BlockingQueue<Headers> seen = new LinkedBlockingQueue<>();
        open(request -> {
            seen.add(request.headers());
            return Reply.text(200, "x").header("x-B", "1").header("X-a", "").header("x-B", "2");
        });

        String answer = ask("GET / HTTP/1.1|b-Y: 1|A-z: |B-y: 2|Connection: close||");

        assertThat(seen.take().fields())
                .containsExactly(
                        new Headers.Field("b-Y", "1"),
                        new Headers.Field("A-z", ""),
                        new Headers.Field("B-y", "2"),
                        new Headers.Field("Connection", "close"));
        assertThat(answer)
                .isEqualTo("HTTP/1.1 200 OK|Content-Type: text/plain; charset=utf-8|x-B: 1|X-a: |x-B: 2|"
                        + "Content-Length: 2|Connection: close||x\n");
    }

    /** A value from elsewhere with a line end in it would be a field, or a whole reply, of somebody else's making. */
    @Test
    void aFieldWithALineEndIsABugAndNotSent() throws Exception {
        open(request -> Reply.text(200, "x").header("X", "a\r\nSet-Cookie: b").whenGone(departures::add));

        assertThat(ask(GET)).startsWith("HTTP/1.1 500 ").doesNotContain("Set-Cookie");
        assertThat(departures.take()).isFalse();
        assertThat(bugs.take()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theFramingIsTheListenersOwn() throws Exception {
        open(request -> Reply.text(200, "abc")
                .header("Content-Length", "1")
                .header("Transfer-Encoding", "chunked")
                .header("Connection", "close"));

        assertThat(ask("GET / HTTP/1.1||"))
                .endsWith("|Content-Length: 4|Connection: close||abc\n")
                .doesNotContain("chunked");
    }

    @Test
    void whatHasNoBodyHasNoLength() throws Exception {
        open(request -> Reply.of(Integer.parseInt(request.path().substring(1))));

        assertThat(ask("GET /204 HTTP/1.1|Connection: close||"))
                .isEqualTo("HTTP/1.1 204 No Content|Connection: close||");
        assertThat(ask("GET /202 HTTP/1.1|Connection: close||"))
                .isEqualTo("HTTP/1.1 202 Accepted|Content-Length: 0|Connection: close||");
        assertThat(ask("GET /299 HTTP/1.1|Connection: close||")).startsWith("HTTP/1.1 299 |");
    }

    @Test
    void aStreamIsChunkedAndToOldOnesItIsNot() throws Exception {
        open(request -> Reply.of(200).streamed("text/plain", out -> {
            out.write('a');
            out.flush();
            out.flush();
            out.write("bcd".repeat(6000).getBytes());
        }));

        assertThat(ask(GET).replace("bcd", "*").replace("*".repeat(100), ""))
                .startsWith(
                        "HTTP/1.1 200 OK|Content-Type: text/plain|Transfer-Encoding: chunked|Connection: close||1|a|2000|")
                .endsWith("|0||");
        assertThat(ask("GET / HTTP/1.0|Connection: keep-alive||"))
                .isEqualTo("HTTP/1.1 200 OK|Content-Type: text/plain|Connection: close||a" + "bcd".repeat(6000));
    }

    /** What is missing must be seen to be missing. */
    @Test
    void aStreamThatBreaksHasNoEnd() throws Exception {
        open(request -> Reply.of(200)
                .streamed("text/plain", out -> {
                    out.write('a');
                    out.flush();
                    throw new IllegalStateException("broken");
                })
                .whenGone(departures::add));

        assertThat(ask(GET)).endsWith("||1|a|");
        assertThat(departures.take()).isFalse();
        assertThat(bugs.take()).hasMessage("broken");
    }

    @Test
    void whoIsToldMayThrowAndTheListenerGoesOn() throws Exception {
        open(request -> Reply.text(200, "x").whenGone(left -> {
            throw new IllegalStateException("told");
        }));

        for (int i = 0; i < 3; i++) {
            assertThat(ask(GET)).endsWith("||x\n");
            assertThat(bugs.take()).hasMessage("told");
        }
    }

    @Test
    void outOfMemoryIsToldAndTheListenerGoesOn() throws Exception {
        open(request -> {
            throw new OutOfMemoryError("in a test");
        });

        for (int i = 0; i < 3; i++) {
            assertThat(ask(GET)).startsWith("HTTP/1.1 500 ");
            assertThat(bugs.take()).isInstanceOf(OutOfMemoryError.class);
        }
    }

    @Test
    void itsOwnReplyMayBeABugAndTheListenerGoesOn() throws Exception {
        OwnReplies broken = (status, why) -> {
            throw new IllegalStateException("own");
        };
        listener = HttpListener.open(
                "127.0.0.1", 0, ListenerLimits.USUAL, request -> Reply.of(200), broken, refusal -> {}, bugs::add);

        for (int i = 0; i < 3; i++) {
            assertThat(ask("GET x||")).startsWith("HTTP/1.1 400 ");
            assertThat(bugs.take()).hasMessage("own");
        }
        assertThat(ask(GET)).startsWith("HTTP/1.1 200 ");
    }

    /** Its own replies are replies, too. */
    @Test
    void ofItsOwnRepliesItIsToldAsWell() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        OwnReplies own = (status, why) -> Reply.text(status, why).whenGone(left -> {
            assertThat(left).isTrue();
            told.countDown();
        });
        listener = HttpListener.open(
                "127.0.0.1", 0, ListenerLimits.USUAL, request -> Reply.of(200), own, refusal -> {}, bugs::add);

        assertThat(ask("GET x||")).startsWith("HTTP/1.1 400 ");
        assertThat(told.await(60, TimeUnit.SECONDS)).isTrue();
    }

    private void open(Exchange exchange) {
        listener = HttpListener.open("127.0.0.1", 0, ListenerLimits.USUAL, exchange, bugs::add);
    }

    private String ask(String request) throws IOException {
        try (RawClient client = new RawClient(listener.port())) {
            return client.says(request).hears();
        }
    }
}
