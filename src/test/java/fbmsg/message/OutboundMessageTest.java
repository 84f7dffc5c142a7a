package fbmsg.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundMessageTest {

    @ParameterizedTest
    @ValueSource(strings = {"x", "é", "😀"})
    void aTextMayHave640Characters(String character) {
        assertThat(text(character.repeat(640)).content().type()).isEqualTo("text");
        assertThatThrownBy(() -> text(character.repeat(641)))
                .isInstanceOf(InvalidMessage.class)
                .hasMessage("the text has 641 characters, the limit is 640; shorten it");
    }

    @Test
    void anEmptyTextIsRefusedAndABlankOneIsTheSendersAffair() {
        assertThatThrownBy(() -> text("")).hasMessage("the text is empty; give at least one character");
        assertThat(text(" ").content()).isEqualTo(new Content.Text(" "));
    }

    @Test
    void halfACharacterIsRefused() {
        for (int code : new int[] {0xd800, 0xdbff, 0xdc00, 0xdfff}) {
            for (String text :
                    new String[] {"a" + (char) code, (char) code + "a", "" + (char) code, "😀" + (char) code}) {
                assertThatThrownBy(() -> text(text))
                        .hasMessage("the text holds half a character (a lone surrogate); send whole characters");
            }
        }
    }

    @Test
    void whatHasNoKnownTypeCannotBeSent() {
        assertThatThrownBy(() -> message(new Content.Other("unsupported")))
                .isInstanceOf(InvalidMessage.class)
                .hasMessage("a message of type unsupported cannot be sent; send a text");
    }

    @Test
    void anIdHas1To50CharactersAndNoWhiteSpace() {
        assertThat(new PageId("😀".repeat(50)).value()).hasSize(100);
        assertThatThrownBy(() -> new PageId(""))
                .hasMessage("the Page id is empty; it is the \"to\" of an inbound message, or shown where the Page is"
                        + " linked");
        assertThatThrownBy(() -> new Psid("x".repeat(51))).hasMessageStartingWith("the PSID has 51 characters");
        for (String id : new String[] {" 1", "1\n", "1\u0000", "1\u001b[0m", "1\u2028"}) {
            assertThatThrownBy(() -> new Psid(id))
                    .hasMessageStartingWith("the PSID holds white space or a control character");
        }
    }

    @Test
    void aTagAndTheCategoryMessageTagNeedEachOther() {
        assertThatThrownBy(() -> new Purpose(Category.MESSAGE_TAG, Optional.empty()))
                .hasMessageStartingWith("the category message_tag needs a tag;");
        assertThatThrownBy(() -> new Purpose(Category.MESSAGE_TAG, Optional.of(" ")))
                .hasMessageStartingWith("the category message_tag needs a tag;");
        assertThatThrownBy(() -> new Purpose(Category.UPDATE, Optional.of("HUMAN_AGENT")))
                .hasMessageStartingWith("a tag goes with the category message_tag only;");
        assertThat(new Purpose(Category.MESSAGE_TAG, Optional.of("SOME_DAY")).tag())
                .contains("SOME_DAY");
    }

    private static OutboundMessage text(String text) {
        return message(new Content.Text(text));
    }

    private static OutboundMessage message(Content content) {
        return new OutboundMessage(new PageId("1"), new Psid("2"), content);
    }
}
