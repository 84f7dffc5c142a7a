package fbmsg.json.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fbmsg.json.JsonText;
import fbmsg.message.Callback;
import fbmsg.message.Category;
import fbmsg.message.Content;
import fbmsg.message.InvalidMessage;
import fbmsg.message.Lengths;
import fbmsg.message.OutboundMessage;
import fbmsg.message.PageId;
import fbmsg.message.Psid;
import fbmsg.message.Purpose;
import fbmsg.message.Terms;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The bodies of requests, byte for byte. */
class MessagesTest {
    private static final Content TEXT = new Content.Text("Hello \"é😀\"\n");

    @Test
    void theShortestTextOfVersion1() {
        assertThat(v1(message(TEXT, Optional.empty(), Optional.empty())))
                .isEqualTo("{\"channel\":\"messenger\",\"message_type\":\"text\",\"from\":\"107000000000001\","
                        + "\"to\":\"2345678901234567\",\"text\":\"Hello \\\"é😀\\\"\\n\"}");
    }

    @Test
    void theShortestTextOfVersion01() {
        assertThat(v01(message(TEXT, Optional.empty(), Optional.empty())))
                .isEqualTo("{\"from\":{\"type\":\"messenger\",\"id\":\"107000000000001\"},"
                        + "\"to\":{\"type\":\"messenger\",\"id\":\"2345678901234567\"},"
                        + "\"message\":{\"content\":{\"type\":\"text\",\"text\":\"Hello \\\"é😀\\\"\\n\"}}}");
    }

    @ParameterizedTest
    @EnumSource
    void mediaStandUnderTheirOwnName(Content.Media.Kind kind) {
        String name = kind.wire();
        OutboundMessage message =
                message(new Content.Media(kind, "https://example.com/a?b=1&c"), Optional.empty(), Optional.empty());

        assertThat(v1(message))
                .isEqualTo("{\"channel\":\"messenger\",\"message_type\":\"" + name + "\",\"from\":\"107000000000001\","
                        + "\"to\":\"2345678901234567\",\"" + name + "\":{\"url\":\"https://example.com/a?b=1&c\"}}");
        assertThat(v01(message))
                .endsWith("\"message\":{\"content\":{\"type\":\"" + name + "\",\"" + name
                        + "\":{\"url\":\"https://example.com/a?b=1&c\"}}}}");
    }

    @Test
    void thePurposeStandsAtTheTopInVersion1AndInsideTheMessageInVersion01() {
        OutboundMessage tagged = message(
                TEXT,
                Optional.of(new Purpose(Category.MESSAGE_TAG, Optional.of("CONFIRMED_EVENT_UPDATE"))),
                Optional.of("abc123"));

        assertThat(v1(tagged))
                .endsWith(",\"client_ref\":\"abc123\",\"messenger\":{\"category\":\"message_tag\","
                        + "\"tag\":\"CONFIRMED_EVENT_UPDATE\"}}");
        assertThat(v01(tagged))
                .endsWith("},\"messenger\":{\"category\":\"message_tag\",\"tag\":\"CONFIRMED_EVENT_UPDATE\"}},"
                        + "\"client_ref\":\"abc123\"}");
    }

    @Test
    void aCategoryWithoutTagHasNoTag() {
        OutboundMessage update =
                message(TEXT, Optional.of(new Purpose(Category.UPDATE, Optional.empty())), Optional.empty());

        assertThat(v1(update)).endsWith(",\"messenger\":{\"category\":\"update\"}}");
    }

    @Test
    void aClientReferenceMayHave100CharactersInVersion1And40InVersion01() {
        OutboundMessage forty = message(TEXT, Optional.empty(), Optional.of("😀".repeat(40)));
        OutboundMessage more = message(TEXT, Optional.empty(), Optional.of("x".repeat(41)));

        assertThat(v01(forty)).contains("😀");
        assertThat(v1(message(TEXT, Optional.empty(), Optional.of("x".repeat(100)))))
                .contains("x".repeat(100));
        assertThatThrownBy(() -> v01(more))
                .isInstanceOf(InvalidMessage.class)
                .hasMessage("the client reference (in v0.1) has 41 characters, the limit is 40; shorten it");
        assertThatThrownBy(() -> message(TEXT, Optional.empty(), Optional.of("x".repeat(101))))
                .isInstanceOf(InvalidMessage.class)
                .hasMessage("the client reference has 101 characters, the limit is 100; shorten it");
    }

    private static OutboundMessage message(Content content, Optional<Purpose> purpose, Optional<String> clientRef) {
        return new OutboundMessage(
                new PageId("107000000000001"),
                new Psid("2345678901234567"),
                content,
                new Terms(purpose, clientRef, Callback.USUAL, Lengths.HELD));
    }

    private static String v1(OutboundMessage message) {
        return JsonText.compact(MessageV1.encode(message));
    }

    private static String v01(OutboundMessage message) {
        return JsonText.compact(MessageV01.encode(message));
    }
}
