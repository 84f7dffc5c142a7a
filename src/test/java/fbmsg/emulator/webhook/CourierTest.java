package fbmsg.emulator.webhook;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A webhook comes until it is answered 200, however long nobody listens. */
class CourierTest {
    private static final CallbackUrl URL = CallbackUrl.of("http://127.0.0.1:3000/in?a=1");

    private final List<Request> requests = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();
    private final Deque<Runnable> tasks = new ArrayDeque<>();

    private Courier courier(Exchange listener) {
        WebhookSigner signer = new WebhookSigner(
                "secret", Optional.of(Box.APPLICATION), Optional.empty(), Box.CLOCK, Box.countedIds());
        Connections connections = (destination, timeout, offline) -> request -> {
            requests.add(request);
            return listener.exchange(request);
        };
        return new Courier(
                signer,
                connections,
                (from, task) -> {
                    waits.add(from);
                    tasks.add(task);
                },
                Box.CLOCK,
                1);
    }

    private static Delivery delivery() {
        return new Delivery("inbound", URL, Document.object().with("a", 1).build());
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
        courier.take(delivery(), Duration.ZERO);
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
        courier.take(delivery(), Duration.ZERO);
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
        courier.take(delivery(), Duration.ZERO);
        runAll();

        assertThat(shown(courier)).contains("\"state\":\"given_up\"");
        assertThat(waits.stream().mapToLong(Duration::toSeconds).sum()).isLessThanOrEqualTo(86_400);
        assertThat(requests).hasSizeGreaterThan(90);
    }

    @Test
    void theOldestIsForgottenWhereThereAreTooMany() {
        Courier courier = courier(request -> Reply.of(200));
        Delivery first = delivery();
        courier.take(first, Duration.ZERO);
        for (int i = 0; i < Courier.MOST; i++) {
            courier.take(delivery(), Duration.ZERO);
        }
        assertThat(courier.deliveries()).hasSize(Courier.MOST).doesNotContain(first);
    }
}
