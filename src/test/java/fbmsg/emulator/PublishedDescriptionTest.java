package fbmsg.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fbmsg.Description;
import fbmsg.emulator.webhook.DeliveryStatus;
import fbmsg.emulator.webhook.InboundWebhook;
import fbmsg.emulator.webhook.MessageType;
import fbmsg.emulator.webhook.StatusWebhook;
import fbmsg.emulator.webhook.Version;
import fbmsg.http.Headers;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.json.JsonText;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The emulator against Vonage's own descriptions, where these lie beside the project. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishedDescriptionTest {
    private static final String REQUEST_V1 = "/components/schemas/AnyOutboundMessage";
    private static final String REQUEST_V01 = "/components/schemas/message";

    private static final String UUID = "aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab";
    private static final String CALLED_BACK =
            "/%7B$request.body%23~1callback%7D/post/requestBody/content/application~1json/schema";
    private static final String INBOUND_V1 = "/x-webhooks/inbound-message" + CALLED_BACK;
    private static final String STATUS_V1 = "/x-webhooks/message-status" + CALLED_BACK;
    private static final String STATUS_V01 = "/components/schemas/MessageStatus";

    private Description v1;
    private Description v01;

    /** The published 401 and 422 can match no body at all: their alternatives do not exclude each other. */
    private Description v1Answers;

    @BeforeAll
    void read() {
        assumeTrue(
                Files.isDirectory(Description.folder()),
                "there are no API descriptions in " + Description.folder() + ": nothing to compare with");
        v1 = new Description("messages-v1-messenger.yml");
        v01 = new Description("messages-v0.1.yml");
        v1Answers = new Description("messages-v1-messenger-lenient.yml");
    }

    @ParameterizedTest
    @MethodSource("fbmsg.emulator.RequestsV1#all")
    void requestsOfV1(RequestCase request) throws Exception {
        compare(request, v1, REQUEST_V1);
    }

    @ParameterizedTest
    @MethodSource("fbmsg.emulator.RequestsV01#all")
    void requestsOfV01(RequestCase request) throws Exception {
        compare(request, v01, REQUEST_V01);
    }

    @ParameterizedTest
    @MethodSource("fbmsg.emulator.RequestsV1#all")
    void answersOfV1(RequestCase request) throws Exception {
        Reply reply = new Box().post("/v1/messages", request.body());
        String response = request.isAccepted() ? "MessageAcceptedResponse" : "MessageUnprocessableResponse";
        assertAnswers(reply, "/components/responses/" + response);
    }

    @ParameterizedTest
    @MethodSource("fbmsg.emulator.RequestsV01#all")
    void answersOfV01(RequestCase request) throws Exception {
        Reply reply = new Box().post("/v0.1/messages", request.body());
        String schema = "/components/schemas/" + (request.isAccepted() ? "Response" : "Error");
        assertThat(v01.objections(schema, reply.text())).isEmpty();
        assertThat(reply.headers().mediaType()).contains("application/json");
    }

    @Test
    void otherAnswersOfV1() throws Exception {
        Request withoutToken = Request.postJson("/v1/messages", Headers.NONE, "{}");
        assertAnswers(new Box().post("/v1/messages", "{"), "/components/responses/MessageUnprocessableResponse");
        assertAnswers(new Box().emulator.exchange(withoutToken), "/components/responses/401");
        assertAnswers(new Box().emulator.exchange(Request.get("/v2")), "/components/responses/404");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 402, 404, 422, 429, 500})
    void answersOfV1OnDemand(int status) throws Exception {
        Reply reply = new Town().send(String.format("900000000000%04d", status), "");
        assertThat(reply.status()).isEqualTo(status);
        assertAnswers(reply, "/components/responses/" + (status == 422 ? "MessageUnprocessableResponse" : status));
        if (status == 429) {
            for (String name :
                    List.of("X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset", "Retry-After")) {
                String value = reply.headers().first(name).orElseThrow();
                assertThat(v1Answers.objections("/components/headers/" + name + "/schema", value))
                        .isEmpty();
            }
        }
    }

    @Test
    void answerOfV1WithFailover() throws Exception {
        Reply reply = new Town().send(Town.USER, ",\"failover\":[" + Town.text("24", "") + "]");
        assertThat(reply.text()).contains("\"workflow_id\":");
        assertAnswers(reply, "/components/responses/MessageAcceptedResponse");
    }

    @ParameterizedTest
    @EnumSource(MessageType.class)
    void inboundWebhooks(MessageType type) {
        String content = type == MessageType.TEXT ? "Hi" : "https://example.com/a." + type.wire();
        InboundWebhook webhook = new InboundWebhook(UUID, "23", "107", type, content, Box.CLOCK.instant());
        assertThat(v1.objections(INBOUND_V1, JsonText.compact(webhook.body(Version.V1))))
                .isEmpty();
        assertThat(v01.objections("/components/schemas/inbound-message", JsonText.compact(webhook.body(Version.V0_1))))
                .isEmpty();
    }

    /** No status keeps the published schema of v1: it wants {@code read}, and in the same breath one of the four others. */
    @ParameterizedTest
    @EnumSource(DeliveryStatus.class)
    void statusWebhooks(DeliveryStatus status) {
        StatusWebhook webhook = new StatusWebhook(
                UUID,
                "107",
                "23",
                status,
                Optional.of("order-42"),
                status.usualError(),
                UUID.replace("-", ""),
                Optional.of(new StatusWebhook.Workflow("3TcN", 1, 2)),
                Box.CLOCK.instant());
        assertThat(v1.objections(STATUS_V1, JsonText.compact(webhook.body(Version.V1))))
                .allMatch(objection -> objection.startsWith("/status: does not have a value in the enumeration")
                        || objection.startsWith(": must be valid to one and only one schema"));
        assertThat(v01.objections(STATUS_V01, JsonText.compact(webhook.body(Version.V0_1))))
                .isEmpty();
    }

    /** Without this, a schema that is not found or accepts everything would make the other tests pass. */
    @Test
    void schemasForAnswersObjectToOthers() {
        String unprocessable = "/components/responses/MessageUnprocessableResponse/content/application~1json/schema";
        assertThat(v1Answers.objections(unprocessable, "{}")).isNotEmpty();
        assertThat(v01.objections("/components/schemas/Error", "{}")).isNotEmpty();
        assertThat(v01.objections("/components/schemas/Response", "{}")).isNotEmpty();
        assertThat(v01.objections("/components/schemas/inbound-message", "{}")).isNotEmpty();
        assertThat(v1.objections(INBOUND_V1, "{}")).isNotEmpty();
        assertThat(v1.objections(STATUS_V1, "{}")).anyMatch(objection -> objection.contains("message_uuid"));
        assertThat(v01.objections(STATUS_V01, "{}")).isNotEmpty();
    }

    private static void compare(RequestCase request, Description description, String schema) throws Exception {
        boolean schemaAccepts =
                description.objections(schema, JsonText.compact(request.body())).isEmpty();
        boolean refusedBySchema = !request.isAccepted() && request.ground().kind() == RequestCase.Kind.SCHEMA;
        assertThat(schemaAccepts).isEqualTo(!refusedBySchema);
        if (request.ground().kind() == RequestCase.Kind.PROSE) {
            assertThat(description.says(request.ground().words())).isTrue();
        }
    }

    /** Body, media type and the header that every answer must have. */
    private void assertAnswers(Reply reply, String response) {
        String mediaType = reply.headers().mediaType().orElseThrow();
        String schema = response + "/content/" + mediaType.replace("/", "~1") + "/schema";
        assertThat(v1Answers.objections(schema, reply.text())).isEmpty();
        assertThat(v1Answers.objections(
                        "/components/headers/X-Request-Id/schema",
                        "\"" + reply.headers().first("X-Request-Id").orElseThrow() + "\""))
                .isEmpty();
    }
}
