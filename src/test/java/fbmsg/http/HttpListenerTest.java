package fbmsg.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fbmsg.OwnThread;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HttpListenerTest {
    private final BlockingQueue<Throwable> bugs = new ArrayBlockingQueue<>(10);
    private HttpListener listener;

    @AfterEach
    void close() {
        if (listener != null) {
            listener.close(Duration.ZERO);
        }
    }

    @Test
    void aBodyThatIsTooLargeIsAnswered413AndItsSenderGetsToReadIt() throws Exception {
        Exchange client = open(ListenerLimits.USUAL, request -> Reply.of(200));

        Reply tooLarge = client.exchange(new Request("POST", "/", Headers.NONE, new byte[10 << 20]));
        Reply largest = client.exchange(new Request("POST", "/", Headers.NONE, new byte[1 << 20]));
        Reply oneMore = client.exchange(new Request("POST", "/", Headers.NONE, new byte[(1 << 20) + 1]));

        assertThat(List.of(tooLarge.status(), tooLarge.text()))
                .containsExactly(413, "the body is larger than 1048576 bytes\n");
        assertThat(largest.status()).isEqualTo(200);
        assertThat(oneMore.status()).isEqualTo(413);
    }

    @Test
    void whatIsBeyondTheRequestsInHandIsAnswered503() throws Exception {
        CountDownLatch inHand = new CountDownLatch(2);
        CountDownLatch goOn = new CountDownLatch(1);
        Exchange client = open(new ListenerLimits(1000, 10_000, 2), request -> {
            inHand.countDown();
            await(goOn);
            return Reply.of(200);
        });
        CompletableFuture<Integer> first = status(client, new byte[0]);
        CompletableFuture<Integer> second = status(client, new byte[0]);
        await(inHand);

        Reply third = client.exchange(Request.get("/"));
        goOn.countDown();

        assertThat(List.of(third.status(), third.text())).containsExactly(503, "busy; try again later\n");
        assertThat(third.headers().first("Retry-After")).contains("1");
        assertThat(first.get(60, TimeUnit.SECONDS) + second.get(60, TimeUnit.SECONDS))
                .isEqualTo(400);
        listenerIsIdle();
        assertThat(client.exchange(Request.get("/")).status()).isEqualTo(200);
    }

    @Test
    void bodiesInHandHaveABudgetTogether() throws Exception {
        CountDownLatch inHand = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Exchange client = open(new ListenerLimits(1000, 1500, 64), request -> {
            if (request.body().length == 1000) {
                inHand.countDown();
                await(goOn);
            }
            return Reply.of(200);
        });
        CompletableFuture<Integer> first = status(client, new byte[1000]);
        await(inHand);

        assertThat(status(client, new byte[501]).get(60, TimeUnit.SECONDS)).isEqualTo(503);
        assertThat(status(client, new byte[500]).get(60, TimeUnit.SECONDS)).isEqualTo(200);
        assertThat(status(client, new byte[0]).get(60, TimeUnit.SECONDS)).isEqualTo(200);
        goOn.countDown();
        assertThat(first.get(60, TimeUnit.SECONDS)).isEqualTo(200);
    }

    @Test
    void aReplyThatHasLeftIsToldOnce() throws Exception {
        BlockingQueue<Boolean> departures = new ArrayBlockingQueue<>(10);
        Exchange client =
                open(ListenerLimits.USUAL, request -> Reply.text(200, "x").whenGone(departures::add));

        client.exchange(Request.get("/"));

        assertThat(departures.poll(60, TimeUnit.SECONDS)).isTrue();
        listener.close(Duration.ofSeconds(60));
        assertThat(departures).isEmpty();
    }

    @Test
    void aReplyWhoseReaderHasGoneHasNotLeft() throws Exception {
        BlockingQueue<Boolean> departures = new ArrayBlockingQueue<>(10);
        CountDownLatch inHand = new CountDownLatch(1);
        CountDownLatch gone = new CountDownLatch(1);
        byte[] large = new byte[32 << 20]; // more than a socket holds for a reader that has gone
        open(ListenerLimits.USUAL, request -> {
            inHand.countDown();
            await(gone);
            return new Reply(200, Headers.NONE, large, departures::add);
        });
        Socket socket = new Socket("127.0.0.1", listener.port());
        socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        await(inHand);

        HostileServer.reset(socket);
        gone.countDown();

        assertThat(departures.poll(60, TimeUnit.SECONDS)).isFalse();
        listenerIsIdle();
    }

    @Test
    void whatTheExchangeShouldNotThrowIs500AndToldAndWhatItMayIsAsItSays() throws Exception {
        RuntimeException bug = new IllegalStateException("x");
        Exchange client = open(ListenerLimits.USUAL, request -> {
            switch (request.path()) {
                case "/bug" -> throw bug;
                case "/not-sent" -> throw new NotSent(true, "x", null);
                default -> throw new Unanswered("x", null);
            }
        });

        assertThat(client.exchange(Request.get("/not-sent")).status()).isEqualTo(503);
        assertThatThrownBy(() -> client.exchange(Request.get("/unanswered"))).isInstanceOf(Unanswered.class);
        assertThat(bugs).isEmpty();
        assertThat(client.exchange(Request.get("/bug")).status()).isEqualTo(500);
        assertThat(bugs).containsExactly(bug);
    }

    /** What is flushed arrives, although more is to come. */
    @Test
    void aStreamArrivesAsItIsWritten() throws Exception {
        CountDownLatch read = new CountDownLatch(1);
        BlockingQueue<Boolean> departures = new ArrayBlockingQueue<>(10);
        open(
                ListenerLimits.USUAL,
                request -> Reply.of(200)
                        .streamed("text/event-stream", out -> {
                            out.write("first\n".getBytes(StandardCharsets.US_ASCII));
                            out.flush();
                            await(read);
                            out.write("second\n".getBytes(StandardCharsets.US_ASCII));
                        })
                        .whenGone(departures::add));

        try (Socket socket = new Socket("127.0.0.1", listener.port())) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            assertThat(in.lines().takeWhile(line -> !line.equals("first")).toList())
                    .contains("HTTP/1.1 200 OK", "Content-Type: text/event-stream");
            read.countDown();
            assertThat(in.lines().toList()).contains("second");
        }
        assertThat(departures.poll(60, TimeUnit.SECONDS)).isTrue();
    }

    /** 64 who asked for much and read nothing kept everybody else out. */
    @Test
    void whoDoesNotReadIsLeft() throws Exception {
        BlockingQueue<Boolean> departures = new ArrayBlockingQueue<>(10);
        byte[] large = new byte[32 << 20];
        open(
                new ListenerLimits(1000, 10_000, 1, Duration.ofMillis(50)),
                request -> new Reply(200, Headers.NONE, large, departures::add));
        try (Socket socket = new Socket("127.0.0.1", listener.port())) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(departures.poll(60, TimeUnit.SECONDS)).isFalse();
        }
        listenerIsIdle();
    }

    @Test
    void aHeadOfAStreamDoesNotStartIt() throws Exception {
        open(
                ListenerLimits.USUAL,
                request -> Reply.of(200).streamed("text/event-stream", out -> {
                    throw new IllegalStateException("started");
                }));

        assertThat(raw("HEAD / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ")
                .endsWith("\r\n\r\n");
        assertThat(bugs).isEmpty();
    }

    /** A HEAD's reply has no body: writing one broke the connection, and the reply counted as one that had not left. */
    @Test
    void aHeadIsAnsweredWithoutBody() throws Exception {
        BlockingQueue<Boolean> departures = new ArrayBlockingQueue<>(10);
        open(ListenerLimits.USUAL, request -> Reply.text(405, "POST only").whenGone(departures::add));

        String answer = raw("HEAD / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 405 ").endsWith("\r\n\r\n");
        assertThat(departures.poll(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void afterCloseThePortIsFree() throws Exception {
        open(ListenerLimits.USUAL, request -> Reply.of(200));
        int port = listener.port();

        listener.close(Duration.ofSeconds(60));

        listener = HttpListener.open("127.0.0.1", port, ListenerLimits.USUAL, request -> Reply.of(202), bugs::add);
        assertThat(client().exchange(Request.get("/")).status()).isEqualTo(202);
    }

    @Test
    void closingGivesWhatIsInHandItsTime() throws Exception {
        CountDownLatch inHand = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Exchange client = open(ListenerLimits.USUAL, request -> {
            inHand.countDown();
            await(goOn);
            return Reply.of(202);
        });
        CompletableFuture<Integer> answered = status(client, new byte[0]);
        await(inHand);

        CompletableFuture<Void> closed =
                CompletableFuture.runAsync(() -> listener.close(Duration.ofSeconds(60)), OwnThread::run);
        goOn.countDown();

        assertThat(answered.get(60, TimeUnit.SECONDS)).isEqualTo(202);
        closed.get(60, TimeUnit.SECONDS);
    }

    private Exchange open(ListenerLimits limits, Exchange exchange) {
        listener = HttpListener.open("127.0.0.1", 0, limits, exchange, bugs::add);
        return client();
    }

    private Exchange client() {
        Destination destination = Destination.of("http://127.0.0.1:" + listener.port());
        return new HttpSender(destination, Duration.ofSeconds(60), true);
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", listener.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static CompletableFuture<Integer> status(Exchange client, byte[] body) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return client.exchange(new Request("POST", "/", Headers.NONE, body))
                                .status();
                    } catch (NotSent | Unanswered e) {
                        throw new IllegalStateException(e);
                    }
                },
                OwnThread::run);
    }

    /** An answer is read a moment before the listener has put its request out of its hand. */
    private void listenerIsIdle() {
        listener.awaitIdle(Duration.ofSeconds(60));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
