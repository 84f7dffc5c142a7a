package fbmsg.http;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.OwnThread;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done in turn is done in the order in which requests came, whichever thread is quicker. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HttpListenerOrderTest {
    private static final int REQUESTS = 4;

    private final List<String> done = new ArrayList<>();
    private final List<CountDownLatch> cameIn = latches();
    private final List<CountDownLatch> goOn = latches();
    private final List<CountDownLatch> decided = latches();
    private final HttpListener listener =
            HttpListener.open("127.0.0.1", 0, ListenerLimits.USUAL, this::exchange, bug -> done.add("bug " + bug));

    private static List<CountDownLatch> latches() {
        List<CountDownLatch> latches = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            latches.add(new CountDownLatch(1));
        }
        return latches;
    }

    @AfterEach
    void close() {
        listener.close(Duration.ZERO);
    }

    /** {@code 1 take}: the request's number, and what it does when it may go on. */
    private Reply exchange(Request request) throws NotSent {
        String body = new String(request.body(), StandardCharsets.UTF_8);
        int number = body.charAt(0) - '0';
        cameIn.get(number).countDown();
        await(goOn.get(number));
        switch (body.substring(2)) {
            case "take" -> request.turn().take(() -> done.add(body));
            case "pass" -> request.turn().pass();
            case "throw" -> throw new NotSent(false, "on purpose", null);
            default -> {} // it answers without a word
        }
        decided.get(number).countDown();
        return Reply.of(200);
    }

    /** Each comes in before the next leaves. */
    private List<CompletableFuture<Integer>> send(String... bodies) {
        List<CompletableFuture<Integer>> statuses = new ArrayList<>();
        for (int i = 0; i < bodies.length; i++) {
            byte[] body = (i + " " + bodies[i]).getBytes(StandardCharsets.UTF_8);
            statuses.add(CompletableFuture.supplyAsync(() -> post(body), OwnThread::run));
            await(cameIn.get(i));
        }
        return statuses;
    }

    private int post(byte[] body) {
        Destination destination = Destination.of("http://127.0.0.1:" + listener.port());
        try {
            return new HttpSender(destination, Duration.ofSeconds(60), true)
                    .exchange(new Request("POST", "/", Headers.NONE, body))
                    .status();
        } catch (NotSent | Unanswered e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whoeverIsQuickerWaitsForWhoeverCameBefore() throws Exception {
        List<CompletableFuture<Integer>> statuses = send("take", "take", "take", "take");

        for (int last = REQUESTS - 1; last > 0; last--) {
            goOn.get(last).countDown();
            await(decided.get(last));
        }
        assertThat(done).isEmpty();
        goOn.get(0).countDown();
        await(decided.get(0));

        for (CompletableFuture<Integer> status : statuses) {
            assertThat(status.get(60, TimeUnit.SECONDS)).isEqualTo(200);
        }
        assertThat(done).containsExactly("0 take", "1 take", "2 take", "3 take");
    }

    @Test
    void nobodyWaitsForWhatHasPassedOrIsAnswered() throws Exception {
        List<CompletableFuture<Integer>> statuses = send("throw", "pass", "say nothing", "take");
        goOn.get(3).countDown();
        await(decided.get(3));
        assertThat(done).isEmpty();

        goOn.get(1).countDown();
        goOn.get(2).countDown();
        goOn.get(0).countDown();

        List<Integer> all = new ArrayList<>();
        for (CompletableFuture<Integer> status : statuses) {
            all.add(status.get(60, TimeUnit.SECONDS));
        }
        assertThat(all).containsExactly(503, 200, 200, 200);
        assertThat(done).containsExactly("3 take");
    }

    /**
     * Whoever has read an answer may send the next request before its connection is free for it, and a large one takes several
     * reads: neither may be overtaken by what is sent after it elsewhere.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 30_000})
    void keptConnectionsAndLargeBodiesAreNotOvertaken(int size) throws Exception {
        int rounds = size == 1 ? 400 : 100;
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        Exchange exchange = request -> {
            String body = new String(request.body(), StandardCharsets.US_ASCII).strip();
            request.turn().take(() -> order.add(body));
            return Reply.of(200);
        };
        try (HttpListener other = HttpListener.open(
                        "127.0.0.1", 0, ListenerLimits.USUAL, exchange, bug -> order.add("bug " + bug));
                Socket first = new Socket("127.0.0.1", other.port());
                Socket second = new Socket("127.0.0.1", other.port())) {
            first.setTcpNoDelay(true);
            second.setTcpNoDelay(true);
            List<String> sent = new ArrayList<>();
            for (int i = 0; i < rounds; i++) {
                post(first, "w" + i, 1);
                hear(first);
                post(first, "a" + i, size);
                post(second, "b" + i, 1);
                hear(first);
                hear(second);
                sent.addAll(List.of("w" + i, "a" + i, "b" + i));
            }
            assertThat(order).containsExactlyElementsOf(sent);
        }
    }

    private static void post(Socket to, String body, int size) throws IOException {
        String padded = body + " ".repeat(size);
        String request = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + padded.length() + "\r\n\r\n" + padded;
        to.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    private static void hear(Socket from) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) from.getInputStream().read());
        }
        assertThat(head).startsWith("HTTP/1.1 200 ").contains("Content-Length: 0");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
