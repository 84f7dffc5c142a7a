package fbmsg.json.wire;

import static fbmsg.json.wire.Payloads.inboundV01;
import static fbmsg.json.wire.Payloads.inboundV1;
import static fbmsg.json.wire.Payloads.json;
import static fbmsg.json.wire.Payloads.statusV01;
import static fbmsg.json.wire.Payloads.statusV1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fbmsg.message.Content;
import fbmsg.message.Event;
import fbmsg.message.InboundMessage;
import fbmsg.message.MessageId;
import fbmsg.message.PageId;
import fbmsg.message.Psid;
import fbmsg.message.StatusUpdate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhooksTest {
    private static final Content.Media IMAGE =
            new Content.Media(Content.Media.Kind.IMAGE, "https://example.com/image.jpg");

    static Stream<Arguments> contents() {
        return Stream.of(
                Arguments.of("text", "\"text\":\"Hello from Vonage!\"", new Content.Text("Hello from Vonage!")),
                Arguments.of("text", "\"text\":\"\"", new Content.Text("")),
                Arguments.of("text", "\"text\":\"" + "x".repeat(5_000) + "\"", new Content.Text("x".repeat(5_000))),
                Arguments.of("image", "\"image\":{\"url\":\"https://example.com/image.jpg\"}", IMAGE),
                Arguments.of(
                        "image", "\"image\":{\"caption\":\"a cat\",\"url\":\"https://example.com/image.jpg\"}", IMAGE),
                Arguments.of("audio", "\"audio\":{\"url\":\"u\"}", new Content.Media(Content.Media.Kind.AUDIO, "u")),
                Arguments.of("video", "\"video\":{\"url\":\"u\"}", new Content.Media(Content.Media.Kind.VIDEO, "u")),
                Arguments.of("file", "\"file\":{\"url\":\"u\"}", new Content.Media(Content.Media.Kind.FILE, "u")),
                Arguments.of("unsupported", "\"x\":1", new Content.Other("unsupported")),
                Arguments.of("location", "\"location\":{\"lat\":1.0,\"long\":2.0}", new Content.Other("location")),
                Arguments.of("", "\"x\":null", new Content.Other("")));
    }

    @ParameterizedTest
    @MethodSource("contents")
    void everyContentOfVersion1IsRead(String type, String member, Content content) throws NotAnEvent {
        Event event = Webhooks.decode(json(inboundV1("\"message_type\":\"" + type + "\"," + member)));

        assertThat(event)
                .isEqualTo(new InboundMessage(
                        new MessageId("aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab"),
                        new Psid("9876543210"),
                        new PageId("0123456789"),
                        "2025-02-03T12:14:25Z",
                        content));
    }

    @ParameterizedTest
    @MethodSource("contents")
    void everyContentOfVersion01IsRead(String type, String member, Content content) throws NotAnEvent {
        Event event = Webhooks.decode(json(inboundV01("{\"type\":\"" + type + "\"," + member + "}")));

        assertThat(event)
                .isEqualTo(new InboundMessage(
                        new MessageId("aaaaaaaa-bbbb-cccc-dddd-0123456789ab"),
                        new Psid("9876543210987654"),
                        new PageId("0123456789012345"),
                        "2020-01-01T14:00:00Z",
                        content));
    }

    @ParameterizedTest
    @ValueSource(strings = {"submitted", "delivered", "read", "rejected", "undeliverable", "some_day"})
    void everyStatusOfBothVersionsIsKeptAsItCame(String status) throws NotAnEvent {
        String member = "\"status\":\"" + status + "\"";

        assertThat(Webhooks.decode(json(statusV1(member)))).isEqualTo(update("v1", status, "", "", "", ""));
        assertThat(Webhooks.decode(json(statusV01(member)))).isEqualTo(update("v0.1", status, "", "", "", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1340\"", "1340"})
    void theCodeOfVersion1IsTheErrorsTitleAsTextOrNumber(String title) throws NotAnEvent {
        Event event =
                Webhooks.decode(json(statusV1("\"status\":\"rejected\",\"client_ref\":\"abc123\",\"error\":{\"type\":"
                        + "\"https://developer.vonage.com/api-errors/messages#1340\",\"title\":" + title
                        + ",\"detail\":\"Outside of the allowed window\",\"instance\":\"bf0c\"},"
                        + "\"usage\":{\"currency\":\"EUR\",\"price\":\"0.0333\"}")));

        assertThat(event)
                .isEqualTo(priced(
                        update("v1", "rejected", "abc123", "1340", "1340", "Outside of the allowed window"), "0.0333"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1300\"", "1300"})
    void theCodeOfVersion01StandsBesideItsReason(String code) throws NotAnEvent {
        String reason = "Not part of the provider network";
        Event event = Webhooks.decode(json(statusV01("\"status\":\"undeliverable\",\"error\":{\"code\":" + code
                + ",\"reason\":\"" + reason + "\"},\"usage\":{\"currency\":\"EUR\",\"price\":0.0330},"
                + "\"client_ref\":\"my-personal-reference\"")));

        assertThat(event)
                .isEqualTo(priced(
                        update("v0.1", "undeliverable", "my-personal-reference", "1300", reason, reason), "0.0330"));
    }

    /** A null once became an error with an empty code, so that a delivered message looked as if it had failed. */
    @Test
    void anErrorOrUsageThatIsNullIsNone() throws NotAnEvent {
        String nulls = "\"status\":\"delivered\",\"error\":null,\"usage\":null,\"client_ref\":null";

        assertThat(Webhooks.decode(json(statusV1(nulls)))).isEqualTo(update("v1", "delivered", "", "", "", ""));
        assertThat(Webhooks.decode(json(statusV01(nulls)))).isEqualTo(update("v0.1", "delivered", "", "", "", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9007199254740993", "12345678901234567890123456789012345678901234567890", "0"})
    void anIdGivenAsNumberIsKeptDigitForDigit(String id) throws NotAnEvent {
        String v1 = inboundV1("\"message_type\":\"unsupported\"").replace("\"9876543210\"", id);
        String v01 = inboundV01("{\"type\":\"unsupported\"}").replace("\"9876543210987654\"", id);

        for (String payload : new String[] {v1, v01}) {
            Psid from = Webhooks.decode(json(payload)).match(InboundMessage::from, StatusUpdate::to);
            assertThat(from).isEqualTo(new Psid(id));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "^\"\"^|^from: the PSID is empty; it is the \"from\" of an inbound message^",
                "^\"123456789012345678901234567890123456789012345678901\"^|^from: the PSID has 51 characters, the limit is"
                        + " 50; it is the \"from\" of an inbound message^",
                "^\"1\\n2\"^|^from: the PSID holds white space or a control character; it is the \"from\" of an inbound"
                        + " message^",
                "^null^|^it has no \"from\"^",
                "^1.5^|^it has no \"from\"^",
                "^-1^|^it has no \"from\"^",
                "^1e3^|^it has no \"from\"^",
                "^[]^|^it has no \"from\"^",
                "^true^|^it has no \"from\"^"
            })
    void anIdThatIsNoneIsNoEvent(String id, String reason) {
        String payload = inboundV1("\"message_type\":\"unsupported\"").replace("\"9876543210\"", id);

        assertThatThrownBy(() -> Webhooks.decode(json(payload)))
                .isInstanceOf(NotAnEvent.class)
                .hasMessage(reason);
    }

    @Test
    void fiftyCharactersBeyondTheBasicPlaneAreFifty() throws NotAnEvent {
        String payload = inboundV1("\"message_type\":\"unsupported\"").replace("9876543210", "😀".repeat(50));

        assertThat(Webhooks.decode(json(payload)).id().value()).startsWith("aaaaaaaa");
    }

    /** A status without price; the ids and the time are the payload's. */
    private static StatusUpdate update(
            String version, String status, String ref, String code, String title, String detail) {
        boolean v1 = version.equals("v1");
        return new StatusUpdate(
                new MessageId(v1 ? "aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab" : "aaaaaaaa-bbbb-cccc-dddd-0123456789ab"),
                new PageId(v1 ? "9876543210" : "9876543210987654"),
                new Psid(v1 ? "0123456789" : "0123456789012345"),
                v1 ? "2025-02-03T12:14:25Z" : "2020-01-01T14:00:00Z",
                status,
                Optional.of(ref).filter(r -> !r.isEmpty()),
                code.isEmpty() ? Optional.empty() : Optional.of(new StatusUpdate.Error(code, title, detail)),
                Optional.empty());
    }

    private static StatusUpdate priced(StatusUpdate plain, String price) {
        return new StatusUpdate(
                plain.id(),
                plain.from(),
                plain.to(),
                plain.timestamp(),
                plain.status(),
                plain.clientRef(),
                plain.error(),
                Optional.of(new StatusUpdate.Usage("EUR", price)));
    }
}
