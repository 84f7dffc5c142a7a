package fbmsg.json.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fbmsg.Description;
import fbmsg.json.JsonText;
import fbmsg.message.Callback;
import fbmsg.message.Category;
import fbmsg.message.Content;
import fbmsg.message.Lengths;
import fbmsg.message.OutboundMessage;
import fbmsg.message.PageId;
import fbmsg.message.Psid;
import fbmsg.message.Purpose;
import fbmsg.message.Terms;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The requests that we write against Vonage's own descriptions, where these lie beside the project. */
class PublishedRequestsTest {
    private static final String V1 = "/components/schemas/AnyOutboundMessage";
    private static final String V01 = "/components/schemas/message";

    private static Description v1;
    private static Description v01;

    @BeforeAll
    static void read() {
        assumeTrue(
                Files.isDirectory(Description.folder()),
                "there are no API descriptions in " + Description.folder() + ": nothing to compare with");
        v1 = new Description("messages-v1-messenger.yml");
        v01 = new Description("messages-v0.1.yml");
    }

    static Stream<OutboundMessage> messages() {
        List<Content> contents =
                new ArrayList<>(List.of(new Content.Text("x"), new Content.Text("é😀\n\"\\".repeat(100))));
        for (Content.Media.Kind kind : Content.Media.Kind.values()) {
            contents.add(new Content.Media(kind, "https://example.com/a.mp3"));
        }
        List<Optional<Purpose>> purposes = List.of(
                Optional.empty(),
                Optional.of(new Purpose(Category.RESPONSE, Optional.empty())),
                Optional.of(new Purpose(Category.UPDATE, Optional.empty())),
                Optional.of(new Purpose(Category.MESSAGE_TAG, Optional.of("ACCOUNT_UPDATE"))));
        return contents.stream()
                .flatMap(content -> purposes.stream()
                        .flatMap(purpose -> Stream.of(Optional.<String>empty(), Optional.of("order-42"))
                                .map(ref -> new OutboundMessage(
                                        new PageId("1"),
                                        new Psid("2".repeat(50)),
                                        content,
                                        new Terms(purpose, ref, Callback.USUAL, Lengths.HELD)))));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void areWhatTheDescriptionsAskFor(OutboundMessage message) {
        assertThat(v1.objections(V1, JsonText.compact(MessageV1.encode(message))))
                .isEmpty();
        assertThat(v01.objections(V01, JsonText.compact(MessageV01.encode(message))))
                .isEmpty();
    }

    /** A validator that accepts everything would make the test above worthless. */
    @Test
    void theDescriptionsRefuseWhatIsWrong() {
        OutboundMessage message = messages().findFirst().orElseThrow();
        assertThat(v1.objections(V1, JsonText.compact(MessageV01.encode(message))))
                .isNotEmpty();
        assertThat(v01.objections(V01, JsonText.compact(MessageV1.encode(message))))
                .isNotEmpty();
    }
}
