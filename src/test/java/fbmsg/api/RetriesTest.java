package fbmsg.api;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.cli.TestTime;
import fbmsg.http.Exchange;
import fbmsg.http.NotSent;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.http.Unanswered;
import fbmsg.message.Content;
import fbmsg.message.OutboundMessage;
import fbmsg.message.PageId;
import fbmsg.message.Psid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetriesTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final OutboundMessage MESSAGE =
            new OutboundMessage(new PageId("1"), new Psid("2"), new Content.Text("Hi"));
    private static final Reply ACCEPTED = Reply.json(202, "{\"message_uuid\":\"m\"}");

    private final TestTime time = new TestTime();
    private final List<Request> requests = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    private Outcome send(Duration total, Exchange farSide) {
        MessagesApi api = new MessagesApi(
                request -> {
                    requests.add(request);
                    return farSide.exchange(request);
                },
                () -> "token",
                ApiVersion.V1,
                "test");
        Backoff backoff = new Backoff(Clock.fixed(NOW, ZoneOffset.UTC), time);
        return new Retries(api, total, backoff, (attempt, outcome, pause) -> told.add(attempt + " " + pause))
                .send(MESSAGE);
    }

    private Outcome send(Exchange farSide) {
        return send(Duration.ofSeconds(30), farSide);
    }

    private static Reply refuseConnection() throws NotSent {
        throw new NotSent(false, "refused", null);
    }

    @Test
    void whatWasNeverConnectedIsTriedThreeTimesWithGrowingJitter() {
        assertThat(send(request -> refuseConnection())).isInstanceOf(Outcome.NotTaken.class);
        assertThat(requests).hasSize(3);
        assertThat(time.pauses).containsExactly(Duration.ofMillis(500), Duration.ofMillis(1000));
        assertThat(told).containsExactly("1 Optional[PT0.5S]", "2 Optional[PT1S]", "3 Optional.empty");
    }

    @Test
    void aLaterAttemptMaySucceed() {
        assertThat(send(request -> requests.size() < 3 ? Reply.of(429) : ACCEPTED))
                .isInstanceOf(Outcome.Accepted.class);
        assertThat(requests).hasSize(3);
    }

    /** Beyond the random half second: so that all who were turned away do not come back at once. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Retry-After       | 7                             | PT7.5S
            Retry-After       | 0                             | PT0.5S
            Retry-After       | Fri, 02 Jan 2026 03:04:15 GMT | PT10.5S
            Retry-After       | Fri, 02 Jan 2026 03:00:00 GMT | PT0.5S
            Retry-After       | soon                          | PT0.5S
            Retry-After       | -5                            | PT0.5S
            X-RateLimit-Reset | 1767323057                    | PT12.5S
            X-RateLimit-Reset | 1767323057000                 | PT12.5S
            X-RateLimit-Reset | 99                            | PT0.5S
            X-RateLimit-Reset | never                         | PT0.5S
            X-Other           | 7                             | PT0.5S
            """)
    void theFarSideSaysHowLongToWait(String name, String value, String pause) {
        send(request -> requests.size() < 2 ? Reply.of(429).header(name, value) : ACCEPTED);
        assertThat(time.pauses).hasToString("[" + pause + "]");
    }

    @Test
    void retryAfterIsMoreThanTheResetOfTheRate() {
        send(request -> requests.size() < 2
                ? Reply.of(429).header("X-RateLimit-Reset", "1767323057").header("Retry-After", "3")
                : ACCEPTED);
        assertThat(time.pauses).hasToString("[PT3.5S]");
    }

    @Test
    void a503IsTriedAgainOnlyWithRetryAfter() {
        send(request -> Reply.of(503).header("Retry-After", "1"));
        assertThat(requests).hasSize(3);
        requests.clear();
        assertThat(send(request -> Reply.of(503))).isInstanceOf(Outcome.Unknown.class);
        assertThat(requests).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 204, 301, 307, 400, 401, 402, 403, 404, 407, 408, 422, 500, 502, 503, 504})
    void noOtherAnswerIsTriedAgain(int status) {
        send(request -> Reply.of(status));
        assertThat(requests).hasSize(1);
        assertThat(time.pauses).isEmpty();
    }

    @Test
    void whatMayHaveBeenTakenIsNotTriedAgain() {
        assertThat(send(request -> {
                    throw new Unanswered("reset", null);
                }))
                .isInstanceOf(Outcome.Unknown.class);
        assertThat(requests).hasSize(1);
    }

    @Test
    void whatBrokeOnItsWayIsLeftToTheCaller() {
        assertThat(send(request -> {
                    throw new NotSent(true, "reset", null);
                }))
                .isInstanceOf(Outcome.NotTaken.class);
        assertThat(requests).hasSize(1);
    }

    @Test
    void aWaitBeyondTheTimeLimitIsNotBegun() {
        assertThat(send(request -> Reply.of(429).header("Retry-After", "60"))).isInstanceOf(Outcome.Busy.class);
        assertThat(requests).hasSize(1);
        assertThat(time.pauses).isEmpty();
    }

    /** Each attempt had the whole time limit: three of them took three times as long as was asked for. */
    @Test
    void allAttemptsShareOneTimeLimit() {
        send(Duration.ofSeconds(10), request -> {
            time.pass(Duration.ofSeconds(4));
            return refuseConnection();
        });
        assertThat(requests)
                .extracting(request -> request.limit().orElseThrow().toString())
                .containsExactly("PT10S", "PT5.5S", "PT0.5S");
    }
}
