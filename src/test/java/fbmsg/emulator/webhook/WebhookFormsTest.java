package fbmsg.emulator.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.json.JsonText;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** To the byte, so that a change of what users' programs are tested against is seen. */
class WebhookFormsTest {
    private static final Instant AT = Instant.parse("2026-03-04T05:06:07.08Z");

    @ParameterizedTest
    @EnumSource(names = "TEXT", mode = EnumSource.Mode.EXCLUDE)
    void aFileComesAsItsUrl(MessageType type) {
        InboundWebhook webhook = new InboundWebhook("m", "23", "107", type, "https://example.com/x", AT);
        String file = "\"" + type.wire() + "\":{\"url\":\"https://example.com/x\"}";
        assertThat(JsonText.compact(webhook.body(Version.V1)))
                .isEqualTo("{\"channel\":\"messenger\",\"message_uuid\":\"m\",\"to\":\"107\",\"from\":\"23\","
                        + "\"timestamp\":\"2026-03-04T05:06:07Z\",\"message_type\":\"" + type.wire() + "\"," + file
                        + "}");
        assertThat(JsonText.compact(webhook.body(Version.V0_1)))
                .endsWith("\"message\":{\"content\":{\"type\":\"" + type.wire() + "\"," + file + "}}}");
    }

    @Test
    void aStatusIsFromThePageToTheUser() {
        StatusWebhook webhook = status(DeliveryStatus.DELIVERED, Optional.empty());
        assertThat(JsonText.compact(webhook.body(Version.V1)))
                .isEqualTo(
                        "{\"channel\":\"messenger\",\"message_uuid\":\"m\",\"to\":\"23\",\"from\":\"107\","
                                + "\"timestamp\":\"2026-03-04T05:06:07Z\",\"status\":\"delivered\",\"client_ref\":\"order-42\"}");
        assertThat(JsonText.compact(webhook.body(Version.V0_1)))
                .isEqualTo(
                        "{\"message_uuid\":\"m\",\"to\":{\"type\":\"messenger\",\"id\":\"23\"},"
                                + "\"from\":{\"type\":\"messenger\",\"id\":\"107\"},"
                                + "\"timestamp\":\"2026-03-04T05:06:07.080Z\",\"status\":\"delivered\",\"client_ref\":\"order-42\"}");
    }

    @Test
    void anErrorHasItsCodeAsATitleInV1AndAsANumberInV01() {
        StatusWebhook webhook = status(DeliveryStatus.REJECTED, Optional.of(DeliveryError.OUTSIDE_WINDOW));
        assertThat(JsonText.compact(webhook.body(Version.V1)))
                .endsWith("\"error\":{\"type\":\"https://developer.vonage.com/api-errors/messages#1340\","
                        + "\"title\":\"1340\",\"detail\":\"Outside of the allowed window\",\"instance\":\"0123\"}}");
        assertThat(JsonText.compact(webhook.body(Version.V0_1)))
                .endsWith("\"error\":{\"code\":1340,\"reason\":\"Outside of the allowed window\"}}");
    }

    private static StatusWebhook status(DeliveryStatus status, Optional<DeliveryError> error) {
        return new StatusWebhook(
                "m", "107", "23", status, Optional.of("order-42"), error, "0123", Optional.empty(), AT);
    }
}
