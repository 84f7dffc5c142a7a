package fbmsg.emulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.OwnThread;
import fbmsg.emulator.Town;
import fbmsg.http.Headers;
import fbmsg.http.Reply;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an onlooker is told. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FeedTest {
    private final Town town = new Town();

    private Scanner look() throws Exception {
        PipedInputStream in = new PipedInputStream(1 << 20);
        OutputStream out = new PipedOutputStream(in);
        Reply reply = town.control("GET", "events", "");
        assertThat(reply.headers().mediaType()).contains("text/event-stream");
        CompletableFuture.runAsync(
                () -> {
                    try (out) {
                        reply.stream().writeTo(out);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                },
                OwnThread::run);
        return new Scanner(in, StandardCharsets.UTF_8).useDelimiter("\n\n");
    }

    @Test
    void theStateFirstThenWhatHappens() throws Exception {
        town.write();
        Scanner events = look();
        assertThat(events.next())
                .startsWith(
                        "event: snapshot\ndata: {\"now\":\"2026-03-04T05:06:07Z\",\"pages\":[{\"id\":\"107\",\"consent_ends\":\"2026-06-02T05:06:07Z\"}],"
                                + "\"messages\":[{\"message_uuid\":")
                .contains(
                        "\"direction\":\"inbound\",\"page\":\"107\",\"user\":\"23\",\"type\":\"text\",\"text\":\"Hi\"")
                .contains("\"exchanges\":[{\"number\":1,\"kind\":\"webhook\"");
        town.send("23", "");
        town.control("POST", "clock", "{\"advance\":\"1h\"}");
        List<String> told = new ArrayList<>();
        while (told.isEmpty() || !told.get(told.size() - 1).startsWith("event: clock")) {
            told.add(events.next());
        }
        assertThat(told.stream().map(event -> event.substring(7, event.indexOf('\n'))))
                .containsExactlyInAnyOrder(
                        "message",
                        "message",
                        "exchange",
                        "message",
                        "exchange",
                        "message",
                        "exchange",
                        "exchange",
                        "clock");
        assertThat(told)
                .as("the request too, with its answer")
                .anySatisfy(event -> assertThat(event)
                        .contains("\"kind\":\"request\"", "\"answer\":{\"status\":202", "\"message_uuid\":"));
        town.control("POST", "reset", "");
        assertThat(events.next()).startsWith("event: snapshot").contains("\"messages\":[],\"exchanges\":[]");
        town.world.feed().close();
        while (events.hasNext()) {
            assertThat(events.next()).startsWith("event: snapshot");
        }
    }

    @Test
    void aPageThatIsNewIsSeen() throws Exception {
        Scanner events = look();
        events.next();
        town.control("POST", "users/23/messages", "{\"text\":\"Hi\",\"page\":\"108\"}");
        assertThat(events.next())
                .startsWith("event: snapshot")
                .contains("\"pages\":[{\"id\":\"107\",", ",{\"id\":\"108\",");
    }

    /** What opens nothing here may open something elsewhere. */
    @Test
    void secretsThatAreNotOfThisRunAreNotShown() throws Exception {
        town.ask("GET", "/v2/applications", Headers.of("Authorization", "Basic cmVhbDpzZWNyZXQ="), "");
        town.ask("POST", "/v2/applications", Town.basic(), "{\"name\":\"a\"}");
        assertThat(look().next())
                .contains("(not shown: it was refused)", "not shown: a private key is in it")
                .doesNotContain("cmVhbDpzZWNyZXQ=", "PRIVATE KEY-----");
    }

    @Test
    void thereIsAnEndOfOnlookers() throws Exception {
        List<Scanner> lookers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            lookers.add(look());
            lookers.get(i).next();
        }
        assertThat(town.control("GET", "events", "").status()).isEqualTo(503);
        assertThat(town.control("GET", "events", "").status()).as("again").isEqualTo(503);
        town.world.feed().close();
        for (Scanner looker : lookers) {
            assertThat(looker.hasNext()).isFalse();
        }
    }

    /** Whoever does not keep up is given the state again, instead of a part of what happened. */
    @Test
    void whoIsTooSlowGetsTheStateAgain() throws Exception {
        CompletableFuture<Void> slow = new CompletableFuture<>();
        CompletableFuture<Void> first = new CompletableFuture<>();
        List<String> told = new CopyOnWriteArrayList<>();
        Reply reply = town.control("GET", "events", "");
        CompletableFuture<Void> looking = CompletableFuture.runAsync(
                () -> {
                    try {
                        reply.stream().writeTo(new OutputStream() {
                            @Override
                            public void write(int b) {
                                throw new UnsupportedOperationException();
                            }

                            @Override
                            public void write(byte[] bytes, int from, int length) {
                                told.add(new String(bytes, from, length, StandardCharsets.UTF_8));
                                first.complete(null);
                                slow.join();
                            }
                        });
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                },
                OwnThread::run);
        first.get(60, TimeUnit.SECONDS);
        for (int i = 0; i < 1_100; i++) {
            town.control("POST", "clock", "{\"advance\":1}");
        }
        slow.complete(null);
        while (told.size() < 2 || told.stream().skip(1).noneMatch(event -> event.startsWith("event: snapshot"))) {
            Thread.onSpinWait();
        }
        town.world.feed().close();
        looking.get(60, TimeUnit.SECONDS);
        assertThat(told).hasSizeLessThan(1_100);
    }
}
