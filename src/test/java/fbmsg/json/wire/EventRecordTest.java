package fbmsg.json.wire;

import static fbmsg.json.wire.Payloads.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fbmsg.json.Document;
import fbmsg.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventRecordTest {

    /** The record of contract.md, section 4, from the tutorial's webhook. */
    @Test
    void theTutorialsMessageIsTheRecordThatIsPromised() throws NotAnEvent {
        byte[] body = Payloads.TUTORIAL.getBytes(StandardCharsets.UTF_8);
        String payload = new String(JsonText.minify(body), StandardCharsets.UTF_8);

        Document record = EventRecord.encode(Webhooks.decode(json(Payloads.TUTORIAL)), "unchecked", Optional.empty());

        assertThat(EventRecord.line(record, payload))
                .isEqualTo("{\"v\":1,\"event\":\"inbound\",\"message_uuid\":\"aaaaaaaa-bbbb-cccc-dddd-0123456789ab\","
                        + "\"from\":\"1111111111111111\",\"to\":\"0000000000000000\","
                        + "\"timestamp\":\"2020-01-01T14:00:00Z\",\"type\":\"text\","
                        + "\"text\":\"Hello from Facebook Messenger!\",\"signature\":\"unchecked\",\"payload\":"
                        + "{\"message_uuid\":\"aaaaaaaa-bbbb-cccc-dddd-0123456789ab\","
                        + "\"to\":{\"type\":\"messenger\",\"id\":\"0000000000000000\"},"
                        + "\"from\":{\"type\":\"messenger\",\"id\":\"1111111111111111\"},"
                        + "\"timestamp\":\"2020-01-01T14:00:00.000Z\",\"message\":{\"content\":"
                        + "{\"type\":\"text\",\"text\":\"Hello from Facebook Messenger!\"}}}}");
    }

    @Test
    void aRejectedMessageHasItsErrorAndItsPrice() throws NotAnEvent {
        String payload =
                Payloads.statusV1("\"status\":\"rejected\",\"client_ref\":\"abc123\",\"error\":{\"title\":1340,"
                        + "\"detail\":\"Outside\"},\"usage\":{\"currency\":\"EUR\",\"price\":\"0.0333\"}");

        assertThat(JsonText.compact(EventRecord.encode(Webhooks.decode(json(payload)), "valid", Optional.empty())))
                .isEqualTo("{\"v\":1,\"event\":\"status\",\"message_uuid\":\"aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab\","
                        + "\"from\":\"9876543210\",\"to\":\"0123456789\",\"timestamp\":\"2025-02-03T12:14:25Z\","
                        + "\"status\":\"rejected\",\"client_ref\":\"abc123\","
                        + "\"error\":{\"code\":\"1340\",\"title\":\"1340\",\"detail\":\"Outside\"},"
                        + "\"usage\":{\"currency\":\"EUR\",\"price\":\"0.0333\"},\"signature\":\"valid\"}");
    }

    static Stream<String> payloads() {
        return Stream.of(
                Payloads.TUTORIAL,
                Payloads.inboundV1("\"message_type\":\"text\",\"text\":\"a\\\"b\\\\\\n\\ud800😀\""),
                Payloads.inboundV1("\"message_type\":\"image\",\"image\":{\"url\":\"https://example.com/image.jpg\"}"),
                Payloads.inboundV01("{\"type\":\"file\",\"file\":{\"url\":\"https://example.com/file.pdf\"}}"),
                Payloads.inboundV1("\"message_type\":\"unsupported\""),
                Payloads.inboundV1("\"message_type\":\"location\",\"location\":{}"),
                Payloads.inboundV1("\"message_type\":\"unsupported\"").replace("2025-02-03T12:14:25Z", "some time"),
                Payloads.statusV1("\"status\":\"delivered\""),
                Payloads.statusV1("\"status\":\"rejected\",\"error\":{\"title\":\"1000\",\"detail\":\"Throttled\"},"
                        + "\"usage\":{\"currency\":\"EUR\",\"price\":\"0.0333\"},\"client_ref\":\"abc123\""),
                Payloads.statusV01("\"status\":\"rejected\",\"error\":{\"code\":1300,\"reason\":\"Not there\"}"));
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void whatListenPrintsReplyReads(String payload) throws NotAnEvent {
        var event = Webhooks.decode(json(payload));
        String line = EventRecord.line(EventRecord.encode(event, "valid", Optional.empty()), "{}");

        assertThat(EventRecord.isRecord(json(line))).isTrue();
        assertThat(EventRecord.decode(json(line))).isEqualTo(event);
        assertThat(EventRecord.isRecord(json(payload))).isFalse();
    }

    /** The payload's tokens go through no tree: it once cost {@code 1.10} its zero and {@code 1E400} its value. */
    @Test
    void thePayloadsTokensStayAsTheyCame() {
        Document record = Document.object().with("v", 1).build();

        assertThat(EventRecord.line(record, "{\"a\":[1.10,1E400,-0,\"\\u00e9\\/\"]}"))
                .isEqualTo("{\"v\":1,\"payload\":{\"a\":[1.10,1E400,-0,\"\\u00e9\\/\"]}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{\"v\":2,\"event\":\"inbound\"}|its \"v\" is not 1: a newer fbmsg wrote it",
                "{\"v\":1,\"event\":\"typing\"}|its \"event\" is neither inbound nor status",
                "{\"v\":1,\"event\":\"inbound\"}|it has no \"message_uuid\"",
                "{\"v\":1,\"event\":\"inbound\",\"message_uuid\":\"m\",\"from\":\"1\"}|it has no \"to\"",
                "{\"v\":1,\"event\":\"inbound\",\"message_uuid\":\"m\",\"from\":\"1\",\"to\":\"2\"}|it has no \"type\"",
                "{\"v\":1,\"event\":\"inbound\",\"message_uuid\":\"m\",\"from\":\"1\",\"to\":\"2\",\"type\":\"text\"}"
                        + "|it has no \"text\"",
                "{\"v\":1,\"event\":\"status\",\"message_uuid\":\"m\",\"from\":\"1\",\"to\":\"2\"}|it has no \"status\""
            })
    void aRecordThatCannotBeReadSaysWhy(String record, String reason) {
        assertThatThrownBy(() -> EventRecord.decode(json(record)))
                .isInstanceOf(NotAnEvent.class)
                .hasMessage(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"v\":1}", "{\"event\":\"inbound\"}", "[]", "1"})
    void whatHasNotBothMarksIsNoRecord(String json) {
        assertThat(EventRecord.isRecord(json(json))).isFalse();
    }
}
