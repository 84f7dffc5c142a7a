package fbmsg.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.OwnThread;
import fbmsg.http.Headers;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.message.MessageId;
import fbmsg.message.Stage;
import fbmsg.message.StatusUpdate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusWatchTest {
    private static final MessageId ID = new MessageId("aaaa");

    private final List<String> notes = new ArrayList<>();
    private final List<String> details = new ArrayList<>();

    private StatusWatch watch(Stage awaited, Duration hold) {
        return new StatusWatch(awaited, hold, notes::add, details::add);
    }

    private Reply tell(StatusWatch watch, String id, String status) {
        Reply reply = receive(watch, id, status);
        reply.departure().done(true);
        return reply;
    }

    private Reply receive(StatusWatch watch, String id, String status) {
        String body = "{\"channel\":\"messenger\",\"message_uuid\":\"" + id + "\",\"to\":\"234\",\"from\":\"107\","
                + "\"timestamp\":\"2025-02-03T12:14:25Z\",\"status\":\"" + status + "\"}";
        return new Receiver(new Doorkeeper(Optional.empty(), Optional.empty(), Clock.systemUTC()), watch, notes::add)
                .exchange(Request.postJson("/", Headers.NONE, body));
    }

    private static Optional<String> status(StatusWatch watch) {
        return watch.status(ID).map(StatusUpdate::status);
    }

    /** Answers on a thread of its own, and returns when that waits. */
    private Future<Reply> held(StatusWatch watch, String id) {
        AtomicReference<Thread> thread = new AtomicReference<>();
        Future<Reply> reply = CompletableFuture.supplyAsync(
                () -> {
                    thread.set(Thread.currentThread());
                    return tell(watch, id, "submitted");
                },
                OwnThread::run);
        while (thread.get() == null || thread.get().getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        return reply;
    }

    @Test
    void aStatusThatIsEarlierThanTheIdIsHeldUntilItIsKnown() throws Exception {
        StatusWatch watch = watch(Stage.SUBMITTED, Duration.ofHours(1));
        Future<Reply> early = held(watch, "aaaa");

        watch.expect(ID);

        assertThat(early.get(1, TimeUnit.MINUTES).status()).isEqualTo(200);
        watch.await(Duration.ofHours(1));
        assertThat(status(watch)).contains("submitted");
    }

    @Test
    void whatIsHeldAndTurnsOutToBeAnothersComesAgain() throws Exception {
        StatusWatch watch = watch(Stage.SUBMITTED, Duration.ofHours(1));
        Future<Reply> other = held(watch, "bbbb");

        watch.expect(ID);
        watch.allSent();

        Reply reply = other.get(1, TimeUnit.MINUTES);
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.headers().first("Retry-After")).contains("5");
        assertThat(details).containsExactly("status submitted of message bbbb, another one, was answered 503");
    }

    @Test
    void nothingIsHeldForLongerThanSendersWait() {
        Reply reply = tell(watch(Stage.SUBMITTED, Duration.ofNanos(1)), "aaaa", "submitted");

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.text()).isEqualTo("the message is not known here; deliver it again\n");
    }

    /** Whoever waits would end the process, and the sender would not learn that its webhook was taken. */
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void theWaitIsOverWhenTheAnswerHasGone(boolean left) throws Exception {
        StatusWatch watch = watch(Stage.DELIVERED, Duration.ZERO);
        watch.expect(ID);
        watch.allSent();
        Reply reply = receive(watch, "aaaa", "delivered");
        Thread waiter = new Thread(() -> {
            try {
                watch.await(Duration.ofHours(1));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        waiter.setDaemon(true);
        waiter.start();
        while (waiter.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }

        reply.departure().done(left);

        waiter.join(60_000);
        assertThat(waiter.isAlive()).isFalse();
        assertThat(status(watch)).contains("delivered");
    }

    /** Order is not promised, and each may come twice. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SUBMITTED | submitted                     | submitted
            SUBMITTED | delivered submitted           | delivered
            DELIVERED | read delivered submitted      | read
            DELIVERED | submitted submitted delivered | delivered
            READ      | delivered submitted read      | read
            READ      | delivered submitted rejected  | rejected
            READ      | unheard-of undeliverable      | undeliverable
            DELIVERED | rejected submitted            | rejected
            """)
    void endsWithWhatSettlesIt(Stage awaited, String statuses, String last) throws Exception {
        StatusWatch watch = watch(awaited, Duration.ZERO);
        watch.expect(ID);
        for (String status : statuses.split(" ")) {
            assertThat(tell(watch, "aaaa", status).status()).isEqualTo(200);
        }

        watch.await(Duration.ofHours(1));

        assertThat(status(watch)).contains(last);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            READ      | delivered submitted | delivered
            DELIVERED | submitted submitted | submitted
            DELIVERED | unheard-of          | unheard-of
            DELIVERED | submitted unheard-of | submitted
            """)
    void knowsTheFurthestWhenTimeIsUp(Stage awaited, String statuses, String last) throws Exception {
        StatusWatch watch = watch(awaited, Duration.ZERO);
        watch.expect(ID);
        for (String status : statuses.split(" ")) {
            tell(watch, "aaaa", status);
        }

        watch.await(Duration.ZERO);

        assertThat(status(watch)).contains(last);
    }

    @Test
    void eachMessageMustGetThere() throws Exception {
        StatusWatch watch = watch(Stage.DELIVERED, Duration.ZERO);
        watch.expect(ID);
        watch.expect(new MessageId("bbbb"));
        tell(watch, "bbbb", "delivered");
        watch.await(Duration.ZERO);
        assertThat(status(watch)).isEmpty();

        tell(watch, "aaaa", "read");

        watch.await(Duration.ofHours(1));
    }

    @Test
    void messagesOfUsersAreLeftToComeAgain() {
        Reply reply = new Receiver(
                        new Doorkeeper(Optional.empty(), Optional.empty(), Clock.systemUTC()),
                        watch(Stage.READ, Duration.ofHours(1)),
                        notes::add)
                .exchange(Request.postJson(
                        "/",
                        Headers.NONE,
                        "{\"channel\":\"messenger\",\"message_uuid\":\"aaaa\",\"to\":\"107\",\"from\":\"234\","
                                + "\"timestamp\":\"2025-02-03T12:14:25Z\",\"message_type\":\"text\",\"text\":\"Hi\"}"));

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.headers().first("Retry-After")).contains("5");
        assertThat(notes)
                .containsExactly("message aaaa of user 234 was answered 503: it comes again, for 'fbmsg listen'");
    }
}
