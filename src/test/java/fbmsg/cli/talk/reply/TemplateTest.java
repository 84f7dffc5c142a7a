package fbmsg.cli.talk.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fbmsg.Failure;
import fbmsg.message.Content;
import fbmsg.message.InboundMessage;
import fbmsg.message.MessageId;
import fbmsg.message.PageId;
import fbmsg.message.Psid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
    private static InboundMessage inbound(Content content) {
        return new InboundMessage(new MessageId("m"), new Psid("234"), new PageId("107"), "", content);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            You said: {text}      | You said: {from} {{x
            {from}{type}          | 234text
            no places             | no places
            {{text}}              | {text}}
            {{{text}}             | {{from} {{x}
            } is for itself       | } is for itself
            ~~                    | ~~
            """)
    void placesAreFilledOnceWhateverAStrangerWrote(String template, String text) {
        assertThat(Template.of(template).filled(inbound(new Content.Text("{from} {{x"))))
                .isEqualTo(text);
    }

    @Test
    void whatIsNoTextHasNone() {
        Content image = new Content.Media(Content.Media.Kind.IMAGE, "https://example.com/a.png");
        assertThat(Template.of("your {type}: {text}!").filled(inbound(image))).isEqualTo("your image: !");
        assertThat(Template.of("{type}").filled(inbound(new Content.Other("unsupported"))))
                .isEqualTo("unsupported");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {name}    | the --template has an unknown name, {name}; there are {from}, {text} and {type}; write {{ for a brace
            {}        | the --template has an unknown name, {}; there are {from}, {text} and {type}; write {{ for a brace
            { text }  | the --template has an unknown name, { text }; there are {from}, {text} and {type}; write {{ for a brace
            a {text   | the --template has a { that is not closed; write {{ for a brace
            {         | the --template has a { that is not closed; write {{ for a brace
            """)
    void anUnknownNameIsAUsageError(String template, String message) {
        assertThatThrownBy(() -> Template.of(template))
                .isInstanceOfSatisfying(Failure.class, e -> assertThat(e.kind()).isEqualTo(Failure.Kind.USAGE))
                .hasMessage(message);
    }
}
