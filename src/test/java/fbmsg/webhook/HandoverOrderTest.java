package fbmsg.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.OwnThread;
import fbmsg.http.Headers;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.http.Turn;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Events reach their preparation and their sink in the order in which they came, whichever is decided on first. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HandoverOrderTest {
    private final List<String> prepared = new CopyOnWriteArrayList<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final Lanes lanes = new Lanes(2);
    private final Receiver receiver = new Receiver(
            new Doorkeeper(Optional.empty(), Optional.empty(), Clock.systemUTC()),
            new ListenDesk(
                    Filter.MESSAGES,
                    new Handover(
                            received -> {
                                prepared.add(received.id());
                                return CompletableFuture.completedFuture(null);
                            },
                            received -> {
                                taken.add(received.id());
                                return Sink.Taken.DONE;
                            },
                            Quota.endless(),
                            Duration.ofMinutes(1),
                            lanes,
                            true,
                            new Duplicates()),
                    note -> {},
                    warning -> {}),
            note -> {});

    @AfterEach
    void stop() {
        lanes.close();
    }

    /** One that comes when the test says so. */
    private static final class Told implements Turn {
        private final LinkedBlockingQueue<Runnable> deeds = new LinkedBlockingQueue<>();

        @Override
        public void take(Runnable deed) {
            deeds.add(deed);
        }

        @Override
        public void pass() {
            deeds.add(() -> {});
        }

        /** Waits until it is known what is to be done, and does it. */
        void comes() throws InterruptedException {
            Runnable deed = deeds.poll(60, TimeUnit.SECONDS);
            assertThat(deed).isNotNull();
            deed.run();
        }
    }

    private CompletableFuture<Integer> webhook(String body, Turn turn) {
        Request request = new Request(
                "POST",
                "/",
                Headers.of("content-type", "application/json"),
                body.getBytes(StandardCharsets.UTF_8),
                Optional.empty(),
                turn);
        return CompletableFuture.supplyAsync(
                () -> {
                    Reply reply = receiver.exchange(request);
                    reply.departure().done(true);
                    return reply.status();
                },
                OwnThread::run);
    }

    private static String message(String id) {
        return "{\"channel\":\"messenger\",\"message_uuid\":\"" + id + "\",\"to\":\"107\",\"from\":\"234\","
                + "\"timestamp\":\"2025-02-03T12:14:25Z\",\"message_type\":\"text\",\"text\":\"Hi\"}";
    }

    @Test
    void theSinkGetsThemInTurn() throws Exception {
        Told first = new Told();
        Told second = new Told();
        CompletableFuture<Integer> late = webhook(message("second"), second);
        assertThat(taken).isEmpty();
        CompletableFuture<Integer> early = webhook(message("first"), first);

        first.comes();
        second.comes();

        assertThat(early.get(60, TimeUnit.SECONDS) + late.get(60, TimeUnit.SECONDS))
                .isEqualTo(400);
        assertThat(prepared).containsExactly("first", "second");
        assertThat(taken).containsExactly("first", "second");
    }

    @Test
    void ofTwoCopiesTheFirstIsTaken() throws Exception {
        Told first = new Told();
        CompletableFuture<Integer> copy = webhook(message("same"), first);
        Told second = new Told();
        CompletableFuture<Integer> again = webhook(message("same"), second);

        first.comes();
        assertThat(copy.get(60, TimeUnit.SECONDS)).isEqualTo(200);
        second.comes();

        assertThat(again.get(60, TimeUnit.SECONDS)).isEqualTo(200);
        assertThat(taken).containsExactly("same");
    }

    @Test
    void whatIsNotHandedOverGivesItsTurnUp() throws Exception {
        Told malformed = new Told();
        Told status = new Told();

        assertThat(webhook("{", malformed).get(60, TimeUnit.SECONDS)).isEqualTo(400);
        assertThat(webhook(
                                "{\"channel\":\"messenger\",\"message_uuid\":\"m\",\"to\":\"234\",\"from\":\"107\","
                                        + "\"timestamp\":\"2025-02-03T12:14:25Z\",\"status\":\"delivered\"}",
                                status)
                        .get(60, TimeUnit.SECONDS))
                .isEqualTo(200);

        malformed.comes();
        status.comes();
        assertThat(taken).isEmpty();
    }
}
