package fbmsg.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.emulator.rules.Message;
import fbmsg.emulator.rules.MessengerOptions;
import fbmsg.emulator.webhook.CallbackUrl;
import fbmsg.emulator.webhook.Courier;
import fbmsg.emulator.webhook.DeliveryError;
import fbmsg.emulator.webhook.MessageType;
import fbmsg.emulator.webhook.Version;
import fbmsg.emulator.webhook.WebhookSigner;
import fbmsg.emulator.world.Application;
import fbmsg.emulator.world.Conversations;
import fbmsg.http.Headers;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.json.Document;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of the page's messages, as its owner is told. */
class StatusesTest {
    private final List<Request> webhooks = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();

    private Emulator emulator(Version version) {
        Courier courier = new Courier(
                new WebhookSigner("secret", Optional.empty(), Optional.empty(), Box.CLOCK, Box.countedIds()),
                (destination, timeout, offline) -> request -> {
                    webhooks.add(request);
                    return Reply.of(200);
                },
                (from, task) -> {
                    waits.add(from);
                    task.run();
                },
                Box.CLOCK,
                0.5);
        Users users = new Users(
                courier,
                "107",
                CallbackUrl.of("http://127.0.0.1:3000/in"),
                CallbackUrl.of("http://127.0.0.1:3000/status"),
                version,
                Box.CLOCK,
                Box.countedIds());
        return new Emulator(
                List.of(new Application(Box.APPLICATION, Box.KEYS.publicKey())),
                Optional.of(users),
                Box.CLOCK,
                Box.countedIds());
    }

    private static Reply send(Emulator emulator) throws Exception {
        return emulator.exchange(Request.postJson(
                "/v1/messages",
                Box.authorized(),
                "{\"channel\":\"messenger\",\"message_type\":\"text\",\"from\":\"107\",\"to\":\"23\",\"text\":\"a\","
                        + "\"client_ref\":\"order-42\"}"));
    }

    private static void write(Emulator emulator) throws Exception {
        emulator.exchange(Request.postJson("/emulator/users/23/messages", Headers.NONE, "{\"text\":\"Hi\"}"));
    }

    private List<String> statuses() {
        return webhooks.stream()
                .filter(request -> request.path().equals("/status"))
                .map(request -> new String(request.body(), StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void whoHasWrittenIsGivenTheMessage() throws Exception {
        Emulator emulator = emulator(Version.V1);
        write(emulator);
        Reply reply = send(emulator);

        assertThat(reply.status()).isEqualTo(202);
        assertThat(statuses())
                .hasSize(2)
                .allSatisfy(body -> assertThat(body)
                        .contains(reply.text().replaceAll("[{}]", ""), "\"to\":\"23\",\"from\":\"107\"", "\"order-42\"")
                        .doesNotContain("error"));
        assertThat(statuses().get(0)).contains("\"status\":\"submitted\"");
        assertThat(statuses().get(1)).contains("\"status\":\"delivered\"");
        assertThat(waits).containsExactly(Duration.ZERO, Duration.ZERO, Duration.ofMillis(500));
    }

    /** The API takes the message all the same: the refusal comes later. */
    @ParameterizedTest
    @CsvSource({"V1, '\"title\":\"1300\"'", "V0_1, '\"code\":1300'"})
    void whoHasNeverWrittenIsNot(Version version, String code) throws Exception {
        Reply reply = send(emulator(version));

        assertThat(reply.status()).isEqualTo(202);
        assertThat(statuses()).singleElement().asString().contains("\"status\":\"rejected\"", code);
    }

    @ParameterizedTest
    @CsvSource({
        "PT24H, , ''",
        "PT24H1S, , 1340",
        "PT24H1S, response, 1340",
        "PT24H1S, update, 1340",
        "P6D, message_tag, ''"
    })
    void theWindowIsOpenForADay(Duration later, String category, String code) {
        Conversations conversations = new Conversations();
        Instant written = Instant.parse("2026-03-04T05:06:07Z");
        conversations.written("107", "23", written);

        assertThat(conversations
                        .objection(message("23", category), written.plus(later))
                        .map(error -> String.valueOf(error.code()))
                        .orElse(""))
                .isEqualTo(code);
        assertThat(conversations.objection(message("24", category), written)).contains(DeliveryError.NOT_A_USER);
    }

    private static Message message(String psid, String category) {
        return new Message(
                "107",
                psid,
                MessageType.TEXT,
                "a",
                Optional.empty(),
                MessengerOptions.read(
                        Document.object()
                                .with(
                                        "messenger",
                                        Document.object()
                                                .with("category", Optional.ofNullable(category))
                                                .build())
                                .build(),
                        "messenger"));
    }
}
