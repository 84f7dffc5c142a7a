package fbmsg.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fbmsg.Failure;
import fbmsg.emulator.webhook.FacebookUser;
import fbmsg.emulator.webhook.Version;
import fbmsg.emulator.webhook.WebhookSigner;
import fbmsg.http.Headers;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.json.Document;
import fbmsg.jwt.WebhookSignature;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiverTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
    private static final String SECRET = "short";
    private static final Duration LONG = Duration.ofMinutes(1);

    private final List<Received> taken = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final Lanes lanes = new Lanes(1);
    private Duplicates duplicates = new Duplicates();
    private Filter filter = Filter.MESSAGES;
    private final WebhookSignature signature =
            new WebhookSignature(List.of(SECRET), Duration.ofHours(25), Optional.empty(), Optional.of("app"));
    private Quota quota = new Quota(1000);

    @AfterEach
    void stop() {
        lanes.close();
    }

    private Receiver receiver(Optional<WebhookSignature> check, Sink sink, Duration ackTimeout) {
        Handover handover = new Handover(Preparation.NONE, sink, quota, ackTimeout, lanes, false, duplicates);
        return new Receiver(
                new Doorkeeper(Optional.of("/in"), check, CLOCK),
                new ListenDesk(filter, handover, notes::add, warnings::add),
                notes::add);
    }

    private Sink.Taken take(Received received) {
        taken.add(received);
        return Sink.Taken.DONE;
    }

    private Receiver open() {
        return receiver(Optional.empty(), this::take, LONG);
    }

    private static String inbound(String id) {
        return "{\"channel\":\"messenger\",\"message_uuid\":\"" + id + "\",\"to\":\"107\",\"from\":\"234\","
                + "\"timestamp\":\"2025-02-03T12:14:25Z\",\"message_type\":\"text\",\"text\":\"Hi\"}";
    }

    private static Request post(String body) {
        return Request.postJson("/in", Headers.NONE, body);
    }

    private static int leave(Reply reply) {
        reply.departure().done(true);
        return reply.status();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET  | /in?x=1 | application/json                | 405
            POST | /other  | application/json                | 404
            POST | /in     | text/plain                      | 415
            POST | /in     |                                 | 415
            POST | /in     | application/x-www-form-urlencoded | 415
            POST | /in?a=b | Application/JSON; charset=utf-8 | 200
            """)
    void onlyPostsOfJsonToThePathPass(String method, String path, String type, int status) {
        Headers headers = type == null ? Headers.NONE : Headers.of("content-type", type);
        Request request = new Request(method, path, headers, inbound("a").getBytes(StandardCharsets.UTF_8));

        assertThat(open().exchange(request).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            ``                       | the body is not JSON: line 1, column 1: there is nothing but white space
            {"a":                    | the body is not JSON: line 1, column 6: Unexpected end-of-input within/between Object entries
            []                       | the body is no webhook of Messenger's: it is not a JSON object
            {"a":1,"a":2}            | the body is not JSON: line 1, column 11: Duplicate Object property "a"
            {"channel":"sms"}        | the body is no webhook of Messenger's: its channel is "sms", not "messenger"
            {"channel":"messenger"}  | the body is no webhook of Messenger's: it has no "message_uuid"
            """)
    void whatIsNoEventIs400(String body, String reason) {
        Reply reply = open().exchange(post(body));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).startsWith(reason);
        assertThat(taken).isEmpty();
        assertThat(notes).hasSize(1).first().asString().startsWith("a request was answered 400: " + reason);
    }

    @Test
    void deepNestingIsMalformed() {
        assertThat(open().exchange(post("[".repeat(10_000) + "]".repeat(10_000)))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void anIdThatCameAsANumberIsKeptDigitForDigit() {
        Reply reply = open().exchange(post(inbound("a").replace("\"234\"", "9007199254740993000")));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(taken.get(0).line()).contains("\"from\":\"9007199254740993000\"");
    }

    @Test
    void thePayloadKeepsEveryTokenAsItCame() {
        String body = inbound("a").replace("}", ", \"n\" : 1.10 , \"e\":1E400,\"s\":\"\\u00e9\\/ \\ud800\"}");

        open().exchange(post(body));

        assertThat(taken.get(0).line())
                .endsWith("\"signature\":\"unchecked\",\"payload\":"
                        + inbound("a").replace("}", ",\"n\":1.10,\"e\":1E400,\"s\":\"\\u00e9\\/ \\ud800\"}")
                        + "}");
    }

    @Test
    void aRedeliveryIsAnsweredAndNotTakenAgain() {
        Receiver receiver = open();

        assertThat(leave(receiver.exchange(post(inbound("a"))))).isEqualTo(200);
        assertThat(leave(receiver.exchange(post(inbound("a"))))).isEqualTo(200);
        assertThat(leave(receiver.exchange(post(inbound("b"))))).isEqualTo(200);

        assertThat(taken).extracting(r -> r.event().id().value()).containsExactly("a", "b");
    }

    @Test
    void aStatusIsAnsweredAndSaid() {
        String status = "{\"channel\":\"messenger\",\"message_uuid\":\"s\",\"to\":\"234\",\"from\":\"107\","
                + "\"timestamp\":\"2025-02-03T12:14:25Z\",\"status\":\"read\"}";

        assertThat(open().exchange(post(status)).status()).isEqualTo(200);
        assertThat(taken).isEmpty();
        assertThat(notes).containsExactly("status read of message s (answered, not printed)");
        assertThat(warnings).isEmpty();
    }

    @Test
    void aStatusThatSaysWhyAMessageDidNotArriveIsAWarning() {
        String status = "{\"channel\":\"messenger\",\"message_uuid\":\"s\",\"to\":\"234\",\"from\":\"107\","
                + "\"timestamp\":\"2025-02-03T12:14:25Z\",\"status\":\"rejected\","
                + "\"error\":{\"title\":1340,\"detail\":\"Outside of the allowed window\"}}";

        assertThat(open().exchange(post(status)).status()).isEqualTo(200);
        assertThat(warnings)
                .containsExactly("status rejected of message s, code 1340: Outside of the allowed window"
                        + " (answered, not printed); see: fbmsg explain 1340");
    }

    @Test
    void whatIsInHandIsNotStartedTwice() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Receiver receiver = receiver(
                Optional.empty(),
                received -> {
                    started.countDown();
                    await(release);
                    return take(received);
                },
                LONG);
        ExecutorService sender = Executors.newSingleThreadExecutor();
        var first = sender.submit(() -> receiver.exchange(post(inbound("a"))));
        started.await();

        Reply second = receiver.exchange(post(inbound("a")));

        assertThat(second.status()).isEqualTo(503);
        assertThat(second.headers().first("Retry-After")).contains("5");
        release.countDown();
        assertThat(first.get().status()).isEqualTo(200);
        assertThat(taken).hasSize(1);
        sender.shutdownNow();
    }

    @Test
    void aSlowSinkIsAnswered503AndTheRedeliveryFindsItDone() throws Exception {
        quota = new Quota(1);
        CountDownLatch release = new CountDownLatch(1);
        Receiver receiver = receiver(
                Optional.empty(),
                received -> {
                    await(release);
                    return take(received);
                },
                Duration.ofMillis(1));

        assertThat(leave(receiver.exchange(post(inbound("a"))))).isEqualTo(503);
        assertThat(quota.reached()).isFalse();
        release.countDown();
        sinkIsIdle(); // it works in order: the event is done now

        assertThat(leave(receiver.exchange(post(inbound("a"))))).isEqualTo(200);
        assertThat(quota.await(Optional.of(LONG))).isTrue();
        assertThat(taken).hasSize(1);
    }

    @Test
    void whatASinkDidNotTakeIsNotAcknowledgedAndEndsTheRun() {
        Receiver receiver = receiver(
                Optional.empty(),
                received -> {
                    throw Failure.closedPipe(null);
                },
                LONG);

        assertThat(leave(receiver.exchange(post(inbound("a"))))).isEqualTo(503);
        assertThatThrownBy(() -> quota.await(Optional.of(LONG))).isInstanceOf(Failure.class);
    }

    /** Where a book could not be written, the commands of all that waited were run all the same, and again after the restart. */
    @Test
    void afterAFailureNothingThatWaitsIsStarted() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Receiver receiver = receiver(
                Optional.empty(),
                received -> {
                    taken.add(received);
                    started.countDown();
                    await(release);
                    throw Failure.closedPipe(null);
                },
                LONG);
        ExecutorService senders = Executors.newFixedThreadPool(2);
        var first = senders.submit(() -> receiver.exchange(post(inbound("a"))));
        started.await();
        var second = senders.submit(() -> receiver.exchange(post(inbound("b"))));
        CountDownLatch behind = new CountDownLatch(1);
        release.countDown();

        assertThat(first.get().status()).isEqualTo(503);
        assertThat(second.get().status()).isEqualTo(503);
        lanes.execute("", behind::countDown);
        await(behind);
        assertThat(taken).hasSize(1);
        senders.shutdownNow();
    }

    /** A target of --forward-to could read the other one of the two. */
    @Test
    void twoSignaturesAreNone() {
        Receiver receiver = receiver(Optional.of(signature), this::take, LONG);
        Request signed = signed(SECRET, "j", "a");
        Request twice = new Request("POST", "/in", signed.headers().with("authorization", "Bearer x"), signed.body());

        assertThat(receiver.exchange(twice).status()).isEqualTo(401);
        assertThat(taken).isEmpty();
    }

    /** Every half of a character became the same question mark where ids are compared: the second message was lost. */
    @Test
    void anIdWithHalfACharacterIsNone() {
        assertThat(open().exchange(post(inbound("\\ud800"))).status()).isEqualTo(400);
        assertThat(open().exchange(post(inbound("\\ud83d\\ude00"))).status()).isEqualTo(200);
    }

    @Test
    void beyondTheCountEventsAreLeftForLater() throws Exception {
        quota = new Quota(1);
        Receiver receiver = open();

        Reply first = receiver.exchange(post(inbound("a")));
        Reply beyond = receiver.exchange(post(inbound("b")));

        assertThat(first.status()).isEqualTo(200);
        assertThat(beyond.status()).isEqualTo(503);
        assertThat(quota.reached()).as("before the answer has left").isFalse();
        first.departure().done(true);
        assertThat(quota.await(Optional.of(LONG))).isTrue();
        assertThat(taken).hasSize(1);
    }

    @Test
    void aCountIsNotCompleteWithAnAnswerThatCouldNotLeave() throws Exception {
        quota = new Quota(1);
        Receiver receiver = open();

        receiver.exchange(post(inbound("a"))).departure().done(false);
        assertThat(quota.await(Optional.of(Duration.ZERO))).isFalse();
        leave(receiver.exchange(post(inbound("a"))));

        assertThat(quota.await(Optional.of(LONG))).isTrue();
        assertThat(taken).hasSize(1);
    }

    private WebhookSigner signer(String secret, String jti) {
        return new WebhookSigner(secret, Optional.of("app"), Optional.empty(), CLOCK, () -> jti);
    }

    private Request signed(String secret, String jti, String messageId) {
        return new FacebookUser("234", "107", signer(secret, jti), CLOCK, () -> messageId)
                .writes("Hi", Version.V1, "/in");
    }

    @Test
    void aValidSignatureIsToldInTheRecord() {
        Receiver receiver = receiver(Optional.of(signature), this::take, LONG);

        assertThat(receiver.exchange(signed(SECRET, "j", "a")).status()).isEqualTo(200);
        assertThat(taken.get(0).signature()).isEqualTo("valid");
    }

    @Test
    void aWrongSignatureIs401AndAMissingOne503() {
        Receiver receiver = receiver(Optional.of(signature), this::take, LONG);

        Reply wrong = receiver.exchange(signed("other", "j", "a"));
        Reply missing = receiver.exchange(post(inbound("a")));

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.text()).isEqualTo("the signature is not signed with the signature secret\n");
        assertThat(missing.status()).isEqualTo(503);
        assertThat(taken).isEmpty();
    }

    @Test
    void aTokenIsGoodForOneBodyOnly() {
        Receiver receiver = receiver(Optional.of(signature), this::take, LONG);

        assertThat(receiver.exchange(signed(SECRET, "j", "a")).status()).isEqualTo(200);
        assertThat(receiver.exchange(signed(SECRET, "j", "a")).status())
                .as("redelivered")
                .isEqualTo(200);
        assertThat(receiver.exchange(signed(SECRET, "j", "b")).status())
                .as("another")
                .isEqualTo(401);
        assertThat(taken).hasSize(1);
    }

    @Test
    void theSignatureIsCheckedBeforeTheBodyIsParsed() {
        Receiver receiver = receiver(Optional.of(signature), this::take, LONG);
        Document claims = Document.object()
                .with("iat", CLOCK.instant().getEpochSecond())
                .with("jti", "j")
                .build();
        byte[] garbage = {'{', (byte) 0xff};
        Headers authorized = Headers.of("Authorization", WebhookSignature.sign(SECRET, claims, garbage))
                .with("Content-Type", "application/json");

        assertThat(receiver.exchange(new Request("POST", "/in", authorized, garbage))
                        .status())
                .isEqualTo(400);
        assertThat(receiver.exchange(new Request("POST", "/in", authorized, new byte[] {'{'}))
                        .status())
                .isEqualTo(401);
    }

    private void sinkIsIdle() {
        CountDownLatch idle = new CountDownLatch(1);
        lanes.execute("", idle::countDown);
        await(idle);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
