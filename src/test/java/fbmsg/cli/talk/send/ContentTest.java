package fbmsg.cli.talk.send;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.cli.EmulatedFarSide;
import fbmsg.cli.TestHost;
import fbmsg.cli.TestHost.Run;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything that a message may say, and the terms on which it is sent. */
class ContentTest {
    private static final String V1 =
            "{\"channel\":\"messenger\",\"message_type\":\"%s\",\"from\":\"1\",\"to\":\"2\",%s}";
    private static final String V01 =
            "{\"from\":{\"type\":\"messenger\",\"id\":\"1\"},\"to\":{\"type\":\"messenger\",\"id\":\"2\"},%s}";

    @TempDir
    Path folder;

    private final EmulatedFarSide vonage = new EmulatedFarSide();
    private TestHost host;

    @BeforeEach
    void customer() {
        host = vonage.customer(TestHost.in(folder));
    }

    private Run send(String... more) {
        List<String> args = new ArrayList<>(List.of("send", "--from", "1", "--to", "2"));
        args.addAll(List.of(more));
        return host.run(args.toArray(new String[0]));
    }

    private String body(int request) {
        return new String(vonage.requests.get(request).body(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "image, https://example.com/a.png?x=1#y",
        "audio, https://example.com/a.mp3",
        "video, https://example.com/a.MP4",
        "file, https://my_host.example.com/a.pdf",
        "image, https://example.com/show"
    })
    void mediaAreUrls(String kind, String url) {
        assertThat(send("--" + kind, url).err()).isEmpty();
        assertThat(send("--" + kind, url, "--api", "v0.1").err()).isEmpty();
        String media = "\"" + kind + "\":{\"url\":\"" + url + "\"}";
        assertThat(body(0)).isEqualTo(String.format(V1, kind, media));
        assertThat(body(1))
                .isEqualTo(String.format(V01, "\"message\":{\"content\":{\"type\":\"" + kind + "\"," + media + "}}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --image example.com/a.png        | the image URL is not one of the Web: it begins with neither https:// nor http://; give it whole, for example https://example.com/file
            --file file:///etc/passwd        | the file URL is not one of the Web: it begins with neither https:// nor http://; give it whole, for example https://example.com/file
            --file https:/a                  | the file URL names no host; give it whole, for example https://example.com/file
            --video https://u:p@example.com/ | the video URL holds a user name or password, which would be given away; leave it out
            --video https://u:p@a_b.example/ | the video URL holds a user name or password, which would be given away; leave it out
            --audio http://a                 | the audio URL has 8 characters, the least is 10; give it whole
            --image https://a/%              | the image URL is not one (Malformed escape pair, at character 11); percent-encode what a URL cannot hold
            --webhook-url nowhere --text a   | the webhook URL is not one of the Web: it begins with neither https:// nor http://; give it whole, for example https://example.com/file
            """)
    void aUrlThatIsNoneIsRefusedBeforeAnythingIsSent(String args, String message) {
        Run run = send(args.split(" +"));
        assertThat(run.exit()).isEqualTo(65);
        assertThat(run.err()).endsWith("fbmsg: " + message + "\n");
        assertThat(vonage.requests).isEmpty();
    }

    @Test
    void eachLimitHasItsOwnSentence() {
        assertThat(send("--image", "https://a/" + "x".repeat(1991)).err())
                .isEqualTo("fbmsg: the image URL has 2001 characters, the limit is 2000; shorten it\n");
        assertThat(send("--text", "x".repeat(641)).err())
                .isEqualTo("fbmsg: the text has 641 characters, the limit is 640; shorten it\n");
        assertThat(send("--text", "a", "--client-ref", "x".repeat(101)).err())
                .isEqualTo("fbmsg: the client reference has 101 characters, the limit is 100; shorten it\n");
        assertThat(send("--text", "a", "--client-ref", "x".repeat(41), "--api", "v0.1")
                        .err())
                .isEqualTo("fbmsg: the client reference (in v0.1) has 41 characters, the limit is 40; shorten it\n");
        assertThat(vonage.requests).isEmpty();
    }

    @Test
    void uncheckedLeavesLengthsToTheApi() {
        send("--unchecked", "--text", "x".repeat(641), "--client-ref", "y".repeat(101));
        send("--unchecked", "--text", "a", "--client-ref", "y".repeat(41), "--api", "v0.1");
        send("--unchecked", "--image", "https://a/" + "x".repeat(1991));
        assertThat(vonage.requests).hasSize(3);
        assertThat(send("--unchecked", "--text", "").err()).startsWith("fbmsg: the text is empty");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --image https://example.com/a.webp | the image URL ends in .webp; Messenger takes jpg, jpeg, png, gif, other types are undeliverable (code 1382)
            --audio https://example.com/a.ogg  | the audio URL ends in .ogg; Messenger takes mp3, other types are undeliverable (code 1382)
            --file http://example.com/a.pdf    | the file URL begins with http://; Facebook fetches over https:// in practice
            """)
    void whatIsLikelyToFailLaterIsWarnedOfAndSent(String args, String warning) {
        assertThat(send(args.split(" ")).err()).isEqualTo("fbmsg: warning: " + warning + "\n");
        assertThat(vonage.requests).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"SHIPPING_UPDATE", "account_update", "NO_SUCH_TAG"})
    void aTagThatIsUnknownOrRetiredIsWarnedOfAndSent(String tag) {
        Run run = send("--text", "a", "--category", "message_tag", "--tag", tag);
        assertThat(run.exit()).isZero();
        assertThat(run.err()).startsWith("fbmsg: warning: ").contains(tag, "; ").hasLineCount(1);
        assertThat(body(0)).contains("\"tag\":\"" + tag + "\"");
        assertThat(send("--text", "a", "--category", "message_tag", "--tag", "ACCOUNT_UPDATE")
                        .err())
                .isEmpty();
    }

    @Test
    void rawJsonIsAddedToTheBodyAsItStands() {
        host.file("card.json", "\uFEFF{\"message_type\":\"custom\",\"custom\":{\"n\":1.10,\"big\":1E400}}\n");
        assertThat(send("--raw-json", "card.json", "--client-ref", "r", "--category", "update", "--dry-run")
                        .out())
                .endsWith("{\"channel\":\"messenger\",\"from\":\"1\",\"to\":\"2\",\"client_ref\":\"r\","
                        + "\"messenger\":{\"category\":\"update\"},\"message_type\":\"custom\","
                        + "\"custom\":{\"n\":1.10,\"big\":1E400}}\n");
        host.stdin("{\"message\":{\"content\":{\"type\":\"custom\",\"custom\":{}}}}");
        assertThat(send("--raw-json", "-", "--api", "v0.1", "--dry-run").out())
                .endsWith(String.format(V01, "\"message\":{\"content\":{\"type\":\"custom\",\"custom\":{}}}") + "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            [1]                   | the raw JSON is not an object; give members of the request's body in one
            {                     | the raw JSON is malformed: line 1, column 2: Unexpected end-of-input: expected close marker for Object; mend it there
            {'to':'3'}            | the raw JSON and the options disagree on "to"; give it in one place
            {'client_ref':'s'}    | the raw JSON and the options disagree on "client_ref"; give it in one place
            """)
    void rawJsonThatIsWrongIsRefused(String json, String message) {
        host.file("raw.json", json.replace('\'', '"'));
        Run run = send("--raw-json", "raw.json", "--client-ref", "r");
        assertThat(run.exit()).isEqualTo(65);
        assertThat(run.err()).isEqualTo("fbmsg: " + message + "\n");
    }

    @Test
    void theStatusesOfOneMessageMayGoElsewhere() {
        send("--text", "a", "--webhook-url", "https://example.com/status", "--webhook-version", "v0.1");
        assertThat(body(0))
                .isEqualTo(String.format(
                        V1,
                        "text",
                        "\"text\":\"a\",\"webhook_url\":\"https://example.com/status\",\"webhook_version\":\"v0.1\""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --text a --image https://example.com/a.png            | --text and --image exclude each other; give one of them
            --text-file a --raw-json b --file c                   | --text-file and --file and --raw-json exclude each other; give one of them
            --text a --webhook-url https://a.example --api v0.1   | --webhook-url and --webhook-version exist in v1 only; leave out --api v0.1, or leave them out
            --text a --webhook-version v1 --api v0.1              | --webhook-url and --webhook-version exist in v1 only; leave out --api v0.1, or leave them out
            --text a --category message_tag                       | --category message_tag needs a --tag; give for example --tag CONFIRMED_EVENT_UPDATE
            --raw-json - --key -                                  | the key and the text cannot both be on standard input; give --text or --text-file
            """)
    void optionsThatContradictEachOtherAreAUsageError(String args, String message) {
        assertThat(send(args.split(" +"))).isEqualTo(new Run(2, "", "fbmsg: " + message + "\n"));
        assertThat(vonage.requests).isEmpty();
    }

    @Test
    void aLongTextGoesAsSeveralMessagesInOrder() {
        String first = "a".repeat(600) + ".";
        Run run = send("--text", first + " " + "b".repeat(600), "--split", "--json");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).hasLineCount(2);
        assertThat(body(0)).contains("\"text\":\"" + first + "\"");
        assertThat(body(1)).contains("\"text\":\"" + "b".repeat(600) + "\"");
    }

    @Test
    void whenAPartIsNotTakenThoseAfterItAreNotSent() {
        host.farSide(request -> {
            fbmsg.http.Reply reply = vonage.exchange(request);
            return vonage.requests.size() == 2 ? fbmsg.http.Reply.of(422) : reply;
        });
        Run run = send("--text", "word ".repeat(400), "--split");
        assertThat(run.exit()).isEqualTo(65);
        assertThat(run.out()).hasLineCount(1);
        assertThat(run.err())
                .endsWith("fbmsg: that was part 2 of 4; the parts before it were sent, those after it were not\n");
        assertThat(vonage.requests).hasSize(2);
    }
}
