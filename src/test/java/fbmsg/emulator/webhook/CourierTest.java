package fbmsg.emulator.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.Failure;
import fbmsg.emulator.Box;
import fbmsg.http.Connections;
import fbmsg.http.Exchange;
import fbmsg.http.NotSent;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.json.Document;
import fbmsg.json.JsonText;
import fbmsg.jwt.Verdict;
import fbmsg.jwt.WebhookSignature;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A webhook comes until it is answered 200, however long nobody listens. */
class CourierTest {
    private static final String URL = "http://127.0.0.1:3000/in?a=1";

    private final List<Request> requests = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();
    private final Deque<Runnable> tasks = new ArrayDeque<>();

    private Courier courier(Exchange listener) {
        Connections connections = (destination, timeout, offline) -> request -> {
            requests.add(request);
            return listener.exchange(request);
        };
        Courier courier = new Courier(
                connections,
                (from, task) -> {
                    waits.add(from);
                    tasks.add(task);
                },
                Runnable::run,
                1);
        courier.report(Box.CLOCK, attempted -> {});
        return courier;
    }

    private static Delivery delivery() {
        return delivery(1);
    }

    private static Delivery delivery(int number) {
        WebhookSigner signer = new WebhookSigner(
                "secret", Optional.of(Box.APPLICATION), Optional.empty(), Box.CLOCK, Box.countedIds());
        return new Delivery(new Delivery.Webhook(
                "inbound", "m", URL, Document.object().with("a", number).build(), signer, WebhookSigner.Signing.VALID));
    }

    private void runAll() {
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }

    private static String shown(Courier courier) {
        return JsonText.compact(courier.deliveries().get(0).shown());
    }

    @Test
    void isPostedOnceWhereItIsTaken() {
        Courier courier = courier(request -> Reply.of(200));
        courier.take(delivery(), Optional.empty(), Duration.ZERO);
        runAll();

        assertThat(requests).hasSize(1);
        assertThat(requests.get(0).path()).isEqualTo("/in?a=1");
        assertThat(new String(requests.get(0).body(), StandardCharsets.UTF_8)).isEqualTo("{\"a\":1}");
        assertThat(new WebhookSignature(
                                List.of("secret"),
                                Duration.ofMinutes(1),
                                Optional.empty(),
                                Optional.of(Box.APPLICATION))
                        .verify(
                                requests.get(0).headers().first("Authorization"),
                                requests.get(0).body(),
                                Box.NOW))
                .isInstanceOf(Verdict.Valid.class);
        assertThat(shown(courier))
                .isEqualTo("{\"event\":\"inbound\",\"url\":\"http://127.0.0.1:3000/in?a=1\",\"state\":\"delivered\","
                        + "\"attempts\":[{\"at\":\"2026-03-04T05:06:07Z\",\"answer\":200}],\"body\":{\"a\":1}}");
    }

    /** 204 is not enough: the documentation wants 200. */
    @Test
    void isPostedAgainUntilItIsTaken() {
        Deque<Integer> answers = new ArrayDeque<>(List.of(503, 204, 200));
        Courier courier = courier(request -> {
            if (requests.size() == 1) {
                throw new NotSent(false, "connection refused", null);
            }
            return Reply.of(answers.remove());
        });
        courier.take(delivery(), Optional.empty(), Duration.ZERO);
        assertThat(shown(courier)).contains("\"state\":\"waiting\",\"attempts\":[]");
        runAll();

        assertThat(waits)
                .containsExactly(Duration.ZERO, Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20));
        assertThat(shown(courier))
                .contains("\"state\":\"delivered\"")
                .contains("\"answer\":\"connection refused\"", "\"answer\":503", "\"answer\":204", "\"answer\":200");
    }

    @Test
    void isGivenUpAfterADay() {
        Courier courier = courier(request -> Reply.of(500));
        courier.take(delivery(), Optional.empty(), Duration.ZERO);
        runAll();

        assertThat(shown(courier)).contains("\"state\":\"given_up\"");
        assertThat(waits.stream().mapToLong(Duration::toSeconds).sum()).isLessThanOrEqualTo(86_400);
        assertThat(requests).hasSizeGreaterThan(90);
    }

    /** What has not been posted yet would be lost. */
    @Test
    void whatIsDoneIsForgottenBeforeWhatWaits() {
        Courier courier = courier(request -> Reply.of(200));
        Delivery waiting = delivery();
        courier.take(waiting, Optional.empty(), Duration.ZERO);
        Runnable later = tasks.remove();
        for (int i = 0; i < Deliveries.MOST; i++) {
            courier.take(delivery(), Optional.empty(), Duration.ZERO);
            runAll();
        }
        assertThat(courier.deliveries()).hasSize(Deliveries.MOST).contains(waiting);
        later.run();
        assertThat(shown(courier)).contains("\"state\":\"delivered\"");
    }

    /** A megabyte of URL each. */
    @Test
    void fewHeavyOnesAreTooManyToo() {
        Courier courier = courier(request -> Reply.of(200));
        String url = URL + "a".repeat(1 << 20);
        for (int i = 0; i < 100; i++) {
            Delivery.Webhook light = delivery().webhook();
            courier.take(
                    new Delivery(
                            new Delivery.Webhook("inbound", "m", url, light.body(), light.signer(), light.signing())),
                    Optional.empty(),
                    Duration.ZERO);
        }
        assertThat(courier.deliveries()).hasSizeBetween(20, 32);
    }

    @Test
    void whatCannotBePostedIsNotTriedAgain() {
        Courier courier = courier(request -> {
            throw Failure.unreachable("refused", "do otherwise");
        });
        courier.take(delivery(), Optional.empty(), Duration.ZERO);
        runAll();
        assertThat(requests).hasSize(1);
        assertThat(shown(courier)).contains("\"state\":\"given_up\"");
    }

    @Test
    void theOldestIsForgottenWhereThereAreTooMany() {
        Courier courier = courier(request -> Reply.of(200));
        Delivery first = delivery();
        courier.take(first, Optional.empty(), Duration.ZERO);
        for (int i = 0; i < Deliveries.MOST; i++) {
            courier.take(delivery(), Optional.empty(), Duration.ZERO);
        }
        assertThat(courier.deliveries()).hasSize(Deliveries.MOST).doesNotContain(first);
    }

    /** Whoever counts on the order of statuses has it, as long as all goes well. */
    @Test
    void waitsForTheFirstAttemptOfTheOneBefore() {
        Courier courier = courier(request -> Reply.of(requests.size() == 1 ? 503 : 200));
        Delivery first = delivery(1);
        courier.take(delivery(2), Optional.of(first), Duration.ZERO);
        tasks.remove().run();
        assertThat(requests).isEmpty();

        courier.take(first, Optional.empty(), Duration.ZERO);
        tasks.remove().run();
        assertThat(bodies()).containsExactly("{\"a\":1}", "{\"a\":2}");
        runAll();
        assertThat(bodies()).containsExactly("{\"a\":1}", "{\"a\":2}", "{\"a\":1}");
    }

    /** An onlooker is told of an attempt before the next webhook leaves: else it would see them in the wrong order. */
    @Test
    void tellsBeforeTheNextOneGoes() {
        List<Integer> gone = new ArrayList<>();
        Courier courier = courier(request -> Reply.of(200));
        courier.report(Box.CLOCK, attempted -> gone.add(requests.size()));
        Delivery first = delivery(1);
        courier.take(delivery(2), Optional.of(first), Duration.ZERO);
        courier.take(first, Optional.empty(), Duration.ZERO);
        runAll();
        assertThat(gone).containsExactly(1, 2);
    }

    /** The last message of a conversation kept each one before it, for ever. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void theLastOneDoesNotKeepThoseBeforeIt() {
        Courier courier = courier(request -> Reply.of(200));
        Delivery first = delivery();
        Delivery last = delivery();
        courier.take(first, Optional.empty(), Duration.ZERO);
        courier.take(last, Optional.of(first), Duration.ZERO);
        runAll();
        courier.forget();
        WeakReference<Delivery> kept = new WeakReference<>(first);
        first = null;
        while (kept.get() != null) {
            System.gc();
        }
        assertThat(last.isOver()).isTrue();
    }

    @Test
    void whatIsForgottenIsNotPostedAndHoldsNothingUp() {
        Courier courier = courier(request -> Reply.of(200));
        Delivery first = delivery(1);
        courier.take(first, Optional.empty(), Duration.ZERO);
        courier.take(delivery(2), Optional.of(first), Duration.ZERO);
        courier.forget();
        courier.take(delivery(3), Optional.of(first), Duration.ZERO);
        runAll();

        assertThat(bodies()).containsExactly("{\"a\":3}");
        assertThat(courier.deliveries()).hasSize(1);
    }

    private List<String> bodies() {
        return requests.stream()
                .map(request -> new String(request.body(), StandardCharsets.UTF_8))
                .toList();
    }
}
