package fbmsg.json.wire;

import static fbmsg.json.wire.Payloads.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JSON that came to the webhook's address and is none. */
class NotAnEventTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "[]|it is not a JSON object",
                "null|it is not a JSON object",
                "\"text\"|it is not a JSON object",
                "{}|it names no channel",
                "{\"channel\":1}|it names no channel",
                "{\"channel\":\"whatsapp\"}|its channel is \"whatsapp\", not \"messenger\"",
                "{\"from\":{\"type\":\"sms\",\"number\":\"1\"}}|its channel is \"sms\", not \"messenger\"",
                "{\"from\":{\"id\":\"1\"}}|it names no channel",
                "{\"from\":{}}|it names no channel",
                "{\"channel\":\"messenger\"}|it has no \"message_uuid\"",
                "{\"channel\":\"messenger\",\"message_uuid\":\"\"}|the message_uuid is empty; it is how a message is told"
                        + " from its redelivery"
            })
    void saysWhatIsMissingOrWrong(String payload, String reason) {
        assertReason(payload, reason);
    }

    @ParameterizedTest
    @CsvSource({
        "message_uuid,message_uuid",
        "from,from",
        "to,to",
        "message_type,message_type",
        "text,text",
    })
    void everyRequiredMemberOfVersion1(String removed, String named) {
        String whole = Payloads.inboundV1("\"message_type\":\"text\",\"text\":\"Hi\"");

        assertReason(whole.replace("\"" + removed + "\":", "\"x\":"), "it has no \"" + named + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "message_uuid,message_uuid",
        "to,to.id",
        "message,message.content.type",
        "content,message.content.type",
        "text,message.content.text",
    })
    void everyRequiredMemberOfVersion01(String removed, String named) {
        String whole = Payloads.inboundV01("{\"type\":\"text\",\"text\":\"Hi\"}");

        assertReason(whole.replace("\"" + removed + "\":", "\"x\":"), "it has no \"" + named + "\"");
    }

    @Test
    void mediaWithoutUrlAndStatusThatIsNoText() {
        assertReason(Payloads.inboundV1("\"message_type\":\"image\",\"image\":{}"), "it has no \"image.url\"");
        assertReason(Payloads.inboundV1("\"message_type\":\"file\",\"file\":\"u\""), "it has no \"file.url\"");
        assertReason(
                Payloads.inboundV01("{\"type\":\"audio\",\"audio\":{\"url\":1}}"),
                "it has no \"message.content.audio.url\"");
        assertReason(Payloads.statusV1("\"status\":3"), "it has no \"status\"");
        assertReason(Payloads.statusV01("\"status\":{}"), "it has no \"status\"");
    }

    @Test
    void aTimestampThatIsMissingIsNoReasonToLoseAMessage() throws NotAnEvent {
        String payload =
                Payloads.inboundV1("\"message_type\":\"unsupported\"").replace("\"timestamp\"", "\"timestamp_\"");

        assertThat(Webhooks.decode(json(payload)).timestamp()).isEmpty();
    }

    private static void assertReason(String payload, String reason) {
        assertThatThrownBy(() -> Webhooks.decode(json(payload)))
                .isInstanceOf(NotAnEvent.class)
                .hasMessage(reason);
    }
}
