package fbmsg.emulator.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.http.Connection;
import fbmsg.http.Destination;
import fbmsg.http.NotSent;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.http.Unanswered;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One far side that does not answer is nobody else's trouble, and many are no trouble of memory. */
class LanesTest {
    private final List<Destination> open = new ArrayList<>();
    private final Deque<Runnable> threads = new ArrayDeque<>();
    private final Lanes lanes = new Lanes(
            (to, patience, offline) -> {
                open.add(to);
                return new Connection() {
                    @Override
                    public Reply exchange(Request request) {
                        return Reply.of(200);
                    }

                    @Override
                    public void close() {
                        open.remove(to);
                    }
                };
            },
            threads::add);

    private static Destination to(int port) {
        return Destination.of("http://127.0.0.1:" + port);
    }

    @Test
    void eachTakesFourAtOnce() {
        for (int i = 0; i < 10; i++) {
            lanes.run(to(1), way -> {});
        }
        lanes.run(to(2), way -> {});
        assertThat(threads).hasSize(5);

        threads.remove().run();
        assertThat(threads).as("the next one's turn").hasSize(5);
        while (!threads.isEmpty()) {
            threads.remove().run();
        }
    }

    /** Also where a task breaks: its place is free again. */
    @Test
    void aTaskThatThrowsHoldsNoPlace() {
        for (int i = 0; i < 5; i++) {
            lanes.run(to(1), way -> {
                throw new IllegalStateException("a bug");
            });
        }
        for (int i = 0; i < 5; i++) {
            try {
                threads.remove().run();
            } catch (IllegalStateException e) {
                // whose threads these are is told
            }
        }
        assertThat(threads).isEmpty();
    }

    @Test
    void fewConnectionsAreKept() {
        for (int port = 1; port <= 100; port++) {
            lanes.run(to(port), way -> {
                try {
                    way.exchange(Request.get("/"));
                    way.exchange(Request.get("/"));
                } catch (NotSent | Unanswered e) {
                    throw new AssertionError(e);
                }
            });
            threads.remove().run();
        }
        assertThat(open).hasSize(16);
        lanes.closeIdle();
        assertThat(open).isEmpty();
    }
}
