package fbmsg.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fbmsg.OwnThread;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a listener ends: what is in hand is answered, and nothing else is waited for. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HttpListenerCloseTest {
    private static final String GET = "GET / HTTP/1.1||";
    private static final Duration LONG = Duration.ofHours(1);

    private final BlockingQueue<Throwable> bugs = new LinkedBlockingQueue<>();
    private final BlockingQueue<Boolean> departures = new LinkedBlockingQueue<>();
    private final CountDownLatch inHand = new CountDownLatch(1);

    /** With a grace of an hour the test would not end. */
    @Test
    void whatIsNotInHandIsNotWaitedFor() throws Exception {
        HttpListener listener = open(request -> Reply.text(200, "x"));
        try (RawClient idle = new RawClient(listener.port());
                RawClient half = new RawClient(listener.port());
                RawClient refused = new RawClient(listener.port())) {
            half.says("GET / HTT");
            refused.says("GET x||").hears(12);
            assertThat(idle.says(GET).hears(12)).isEqualTo("HTTP/1.1 200");

            listener.close(LONG);

            assertThat(idle.hears()).endsWith("x\n");
            assertThatThrownBy(() -> new RawClient(listener.port())).isInstanceOf(IOException.class);
        }
    }

    @Test
    void whatIsInHandIsAnsweredAndWhatComesIsNotTaken() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        HttpListener listener = open(request -> {
            if (request.method().equals("PUT")) {
                return Reply.of(200);
            }
            inHand.countDown();
            await(goOn);
            return Reply.text(200, "last").whenGone(departures::add);
        });
        try (RawClient first = new RawClient(listener.port())) {
            first.says(GET);
            await(inHand);
            CompletableFuture<Void> closed = CompletableFuture.runAsync(() -> listener.close(LONG), OwnThread::run);
            String later = "";
            while (!later.startsWith("HTTP/1.1 503 ")) {
                try (RawClient other = new RawClient(listener.port())) {
                    later = other.says("PUT / HTTP/1.1|Connection: close||").hears(); // closing may not have begun yet
                }
            }
            goOn.countDown();
            closed.get(60, TimeUnit.SECONDS);

            assertThat(later).contains("|Retry-After: 1|");
            assertThat(first.hears()).endsWith("|Content-Length: 5|Connection: close||last\n");
            assertThat(departures).containsExactly(true);
        }
    }

    @Test
    void whatIsNotAnsweredInTimeIsInterruptedAndMaySaySo() throws Exception {
        HttpListener listener = open(request -> {
            inHand.countDown();
            try {
                new CountDownLatch(1).await();
                throw new IllegalStateException("not interrupted");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Reply.text(503, "interrupted").whenGone(departures::add);
            }
        });
        try (RawClient client = new RawClient(listener.port())) {
            client.says(GET);
            await(inHand);

            listener.close(Duration.ZERO);

            assertThat(client.hears()).startsWith("HTTP/1.1 503 ").endsWith("||interrupted\n");
            assertThat(departures).containsExactly(true);
            assertThat(bugs).isEmpty();
        }
    }

    /** It is told all the same, once it ends. */
    @Test
    void whatDoesNotHearIsLeftBehind() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        HttpListener listener = open(request -> {
            inHand.countDown();
            while (goOn.getCount() > 0) {
                Thread.interrupted();
                Thread.onSpinWait();
            }
            return Reply.text(200, "too late").whenGone(departures::add);
        });
        try (RawClient client = new RawClient(listener.port())) {
            client.says(GET);
            await(inHand);
            listener.close(Duration.ZERO);
            assertThat(client.hears()).isEmpty();

            goOn.countDown();

            assertThat(departures.poll(60, TimeUnit.SECONDS)).isFalse();
            assertThat(bugs).isEmpty();
        }
    }

    /** That is how a count ends: the reply has left, and nothing can take it back. */
    @Test
    void whoIsToldThatAReplyHasLeftMayClose() throws Exception {
        for (int i = 0; i < 50; i++) {
            CompletableFuture<HttpListener> opened = new CompletableFuture<>();
            CountDownLatch closed = new CountDownLatch(1);
            HttpListener listener =
                    open(request -> Reply.text(200, "x".repeat(300_000)).whenGone(left -> {
                        opened.join().close(LONG);
                        closed.countDown();
                    }));
            opened.complete(listener);
            try (RawClient client = new RawClient(listener.port())) {
                assertThat(client.says(GET + "GET / HT").hears())
                        .endsWith("|Content-Length: 300001||" + "x".repeat(300_000) + "\n");
                await(closed);
            }
        }
    }

    @Test
    void closingTwiceIsClosingOnceAndTheSecondWaits() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        HttpListener listener = open(request -> {
            inHand.countDown();
            await(goOn);
            return Reply.of(200).whenGone(departures::add);
        });
        try (RawClient client = new RawClient(listener.port())) {
            client.says(GET);
            await(inHand);
            CompletableFuture<?>[] both = new CompletableFuture<?>[2];
            for (int i = 0; i < 2; i++) {
                both[i] = CompletableFuture.runAsync(
                        () -> {
                            listener.close(LONG);
                            departures.add(false);
                        },
                        OwnThread::run);
            }
            goOn.countDown();
            CompletableFuture.allOf(both).get(60, TimeUnit.SECONDS);
        }
        assertThat(departures).containsExactly(true, false, false);
    }

    private HttpListener open(Exchange exchange) {
        return HttpListener.open("127.0.0.1", 0, ListenerLimits.USUAL, exchange, bugs::add);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("not reached");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
