package fbmsg.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What each request, and all of them together, may take of memory and time; and that the others do not suffer. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LimitsTest {
    private static final String HALF_HEAD = "POST / HTTP/1.1|A: b|";
    private static final String HALF_BODY = "POST / HTTP/1.1|Content-Length: 1000||";
    private static final String GOOD = "POST /good HTTP/1.1|Content-Length: 400||" + "x".repeat(400);

    private final CountDownLatch goOn = new CountDownLatch(1);
    private Box box;

    @AfterEach
    void close() throws IOException {
        goOn.countDown();
        box.close();
        assertThat(box.bugs).isEmpty();
    }

    /** 80 of those kept all threads of the JDK's server, and everybody else waited for ten seconds. */
    @Test
    void slowHeadsByTheHundredKeepNobodyOutAndHaveTheirTime() throws IOException {
        box = Box.echoing(Box.USUAL);
        List<Visitor> slow = visitors(600, HALF_HEAD);
        for (Visitor visitor : slow) {
            visitor.says("C: d|");
            if (visitor.hashCode() % 8 == 0) {
                assertThat(box.visitor().asks(GOOD)).startsWith("200 ");
            }
        }
        box.pass(Duration.ofMillis(9_999));
        assertThat(slow.get(0).asks("||")).isEqualTo("200 POST /");
        for (Visitor visitor : slow.subList(1, 600)) {
            assertThat(visitor.hearsWhile(() -> box.pass(Duration.ofSeconds(10))))
                    .isEqualTo("HTTP/1.1 408 Request Timeout");
        }
        assertThat(box.visitor().asks(GOOD)).startsWith("200 ");
    }

    @Test
    void slowBodiesByTheHundredKeepNobodyOutAndHaveTheirTime() throws IOException {
        box = Box.echoing(Box.USUAL);
        List<Visitor> slow = visitors(600, HALF_BODY);
        for (Visitor visitor : slow) {
            visitor.says("y");
            if (visitor.hashCode() % 8 == 0) {
                assertThat(box.visitor().asks(GOOD)).startsWith("200 ");
            }
        }
        assertThat(slow.get(0).asks("y".repeat(999))).startsWith("200 POST / yyy");
        for (Visitor visitor : slow.subList(1, 600)) {
            assertThat(visitor.hearsWhile(() -> box.pass(Duration.ofSeconds(10))))
                    .isEqualTo("HTTP/1.1 408 Request Timeout");
        }
        assertThat(box.visitor().asks(GOOD)).startsWith("200 ");
    }

    @Test
    void whoIsIdleIsLeftWithoutAWord() throws IOException {
        box = Box.echoing(Box.USUAL);
        Visitor silent = box.visitor();
        Visitor used = box.visitor();
        asksAndIsIdle(used);
        box.pass(Duration.ofMillis(74_999));
        assertThat(used.asks(GOOD)).startsWith("200 ");

        assertThat(silent.hearsWhile(() -> box.pass(Duration.ofMillis(1)))).isEmpty();
        assertThat(used.asks(GOOD)).startsWith("200 ");
        assertThat(used.hearsWhile(() -> box.pass(Duration.ofSeconds(75)))).isEmpty();
    }

    @Test
    void aLargeHeadIsRefusedAndItsSenderGetsToReadThat() throws IOException {
        box = Box.echoing(Box.USUAL);
        String field = "A: " + "b".repeat(1000) + "|";

        assertThat(box.visitor().asks("GET / HTTP/1.1|" + field.repeat(31) + "|"))
                .startsWith("200 ");
        assertThat(box.visitor().asks("GET / HTTP/1.1|" + field.repeat(33) + "|"))
                .isEqualTo("431 the head is larger than 32768 bytes");
        assertThat(box.visitor().asks("GET /" + "x".repeat(2_000_000))).startsWith("431 ");
        assertThat(box.visitor().asks("GET / HTTP/1.1|" + "a: b|".repeat(200) + "|"))
                .startsWith("200 ");
        assertThat(box.visitor().asks("GET / HTTP/1.1|" + "a: b|".repeat(201) + "|"))
                .isEqualTo("431 there are more than 200 header fields");
        box.server.close(Duration.ofSeconds(60));
        assertThat(box.refusals).hasSize(3).contains("a request was answered 431: the head is larger than 32768 bytes");
    }

    @Test
    void aLargeBodyIsRefusedAndItsSenderGetsToReadThat() throws IOException {
        box = Box.echoing(Box.USUAL);
        String large = "z".repeat(1 << 20);

        assertThat(box.visitor().asks("POST / HTTP/1.1|Content-Length: 1048576||" + large))
                .startsWith("200 ");
        assertThat(box.visitor().asks("POST / HTTP/1.1|Content-Length: 30000000||" + large.repeat(28)))
                .isEqualTo("413 the body is larger than 1048576 bytes");
        assertThat(box.visitor().asks("POST / HTTP/1.1|Transfer-Encoding: chunked||100000|" + large + "|0||"))
                .startsWith("200 ");
        assertThat(box.visitor().asks("POST / HTTP/1.1|Transfer-Encoding: chunked||100000|" + large + "|1|z|0||"))
                .isEqualTo("413 the body is larger than 1048576 bytes");
        assertThat(box.visitor().asks("POST / HTTP/1.1|Transfer-Encoding: chunked||ffffffffff|"))
                .isEqualTo("413 the body is larger than 1048576 bytes");
    }

    /** Heads that never end must not fill the memory, nor keep out those that do. */
    @Test
    void headsHaveABudgetTogetherAndTheOldestGiveWay() throws IOException {
        box = Box.echoing(Box.limits(32 << 10, 100_000, 1000, 10_000, 64, 1000));
        List<Visitor> slow = visitors(50, "GET / HTTP/1.1|A: " + "b".repeat(8000));

        for (int i = 0; i < 20; i++) {
            assertThat(box.visitor().asks(GOOD)).startsWith("200 ");
        }
        assertThat(slow.get(0).hears()).isEqualTo("503 busy; try again later");
        assertThat(slow.get(49).asks("||")).startsWith("200 ");
    }

    /** A body that is announced and does not come must not hold what others need. */
    @Test
    void slowBodiesGiveWayToThoseThatCome() throws IOException {
        box = Box.echoing(Box.limits(1000, 1_000_000, 1000, 10_000, 64, 1000));
        List<Visitor> slow = visitors(20, HALF_BODY + "y".repeat(490));
        while (!box.visitor().asks(GOOD).equals("503 busy; try again later")) {
            assertThat(box.bugs).isEmpty(); // the slow ones have not all been read yet
        }
        box.pass(Duration.ofSeconds(1));

        for (int i = 0; i < 20; i++) {
            assertThat(box.visitor().asks(GOOD)).startsWith("200 ");
        }
        assertThat(slow.get(0).hears()).isEqualTo("503 busy; try again later");
        assertThat(slow.get(19).asks("y".repeat(510))).startsWith("200 ");
    }

    @Test
    void requestsInHandHaveALimitAndABusyAnswerKeepsTheConnection() throws Exception {
        CountDownLatch inHand = new CountDownLatch(2);
        box = new Box(Box.limits(1000, 1_000_000, 1000, 10_000, 2, 1000), (head, body) -> {
            if (head.target().equals("/slow")) {
                inHand.countDown();
                goOn.await();
            }
            return head.target();
        });
        List<Visitor> slow = visitors(2, "GET /slow HTTP/1.1||");
        assertThat(inHand.await(60, TimeUnit.SECONDS)).isTrue();
        Visitor visitor = box.visitor();

        assertThat(visitor.asks(GOOD)).isEqualTo("503 busy; try again later");
        assertThat(visitor.asks("GET / HTTP/1.1||GET / HTTP/1.1||")).isEqualTo("503 busy; try again later");
        Visitor other = box.visitor();
        assertThat(other.asks(GOOD)).isEqualTo("503 busy; try again later");
        goOn.countDown();
        for (Visitor one : slow) {
            assertThat(one.hears()).isEqualTo("200 /slow");
        }
        assertThat(other.asks(GOOD)).isEqualTo("200 /good");
    }

    /** Whoever has read an answer may send the next request: the place must be free then. */
    @Test
    void aPlaceIsFreeOnceTheAnswerIsThere() throws IOException {
        box = Box.echoing(Box.limits(1000, 1_000_000, 1000, 1_000, 1, 1000));
        Visitor one = box.visitor();
        Visitor other = box.visitor();
        String large = "POST / HTTP/1.1|Content-Length: 1000||" + "x".repeat(1000);
        for (int i = 0; i < 1000; i++) {
            assertThat(one.asks(large)).startsWith("200 ");
            assertThat(other.asks(large)).startsWith("200 ");
        }
    }

    /** Standard error may be a pipe that nobody reads. */
    @Test
    void whoIsToldOfRefusalsMayKeepWaiting() throws IOException {
        box = Box.echoing(Box.limits(1000, 1_000_000, 1000, 10_000, 4, 1000));
        box.telling = refusal -> {
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        for (int i = 0; i < 20; i++) {
            assertThat(box.visitor().asks("POST / HTTP/1.1|Content-Length: 1001||"))
                    .startsWith("413 ");
            assertThat(box.visitor().asks(GOOD)).startsWith("200 ");
        }
    }

    @Test
    void whereThereAreTooManyConnectionsTheLongestIdleIsClosed() throws IOException {
        box = Box.echoing(Box.limits(1000, 1_000_000, 1000, 10_000, 64, 10));
        List<Visitor> many = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            many.add(box.visitor());
            asksAndIsIdle(many.get(i));
        }
        asksAndIsIdle(many.get(0));

        assertThat(box.visitor().asks(GOOD)).startsWith("200 ");

        assertThat(many.get(1).hearsToTheEnd()).isEmpty();
        assertThat(many.get(0).asks(GOOD)).startsWith("200 ");
        assertThat(many.get(2).asks(GOOD)).startsWith("200 ");
    }

    /** The answer is there a little before the connection waits again. */
    private void asksAndIsIdle(Visitor visitor) throws IOException {
        assertThat(visitor.asks(GOOD)).startsWith("200 ");
        box.server.awaitIdle(Duration.ofSeconds(60));
    }

    private List<Visitor> visitors(int count, String saying) throws IOException {
        List<Visitor> visitors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            visitors.add(box.visitor().says(saying));
        }
        return visitors;
    }
}
