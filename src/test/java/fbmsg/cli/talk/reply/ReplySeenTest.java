package fbmsg.cli.talk.reply;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.cli.EmulatedFarSide;
import fbmsg.cli.TestHost;
import fbmsg.cli.TestHost.Run;
import fbmsg.http.Exchange;
import fbmsg.http.NotSent;
import fbmsg.http.Reply;
import fbmsg.http.Unanswered;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What reply keeps: who was answered, and who is still to be. */
class ReplySeenTest {
    @TempDir
    Path folder;

    private final List<String> bodies = new ArrayList<>();
    private TestHost host;

    private static String record(int id) {
        return "{\"channel\":\"messenger\",\"message_uuid\":\"in-" + id + "\",\"to\":\"107\",\"from\":\"" + id
                + "\",\"timestamp\":\"2026-01-02T03:04:05Z\",\"message_type\":\"text\",\"text\":\"Hi " + id + "\"}\n";
    }

    @BeforeEach
    void customer() {
        host = EmulatedFarSide.signer(TestHost.in(folder));
        farSide(request -> accepted());
    }

    private Reply accepted() {
        return Reply.json(202, "{\"message_uuid\":\"out-" + bodies.size() + "\"}");
    }

    private void farSide(Exchange exchange) {
        host.farSide(request -> {
            bodies.add(new String(request.body(), StandardCharsets.UTF_8));
            return exchange.exchange(request);
        });
    }

    private Run reply(String input, String... more) {
        host.stdin(input);
        String[] args = new String[more.length + 3];
        System.arraycopy(new String[] {"reply", "--template", "You said: {text}"}, 0, args, 0, 3);
        System.arraycopy(more, 0, args, 3, more.length);
        return host.run(args);
    }

    private String file(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void eachIsAnsweredWithWhatTheyWrote() {
        Run run = reply(record(1) + record(2));
        assertThat(run).isEqualTo(new Run(0, "out-1\nout-2\n", ""));
        assertThat(bodies.get(1)).contains("\"to\":\"2\"").contains("\"text\":\"You said: Hi 2\"");
    }

    @Test
    void aRerunOverTheSameInputAnswersNobodyTwice() {
        assertThat(reply(record(1) + record(2), "--seen", "s").out()).isEqualTo("out-1\nout-2\n");
        Run again = reply(record(1) + record(2) + record(3), "--seen", "s");
        assertThat(again)
                .isEqualTo(new Run(
                        0,
                        "out-3\n",
                        "fbmsg: input line 1: skipped, message in-1 was answered before\n"
                                + "fbmsg: input line 2: skipped, message in-2 was answered before\n"));
        assertThat(file("s"))
                .startsWith("{\"v\":1,\"kind\":\"fbmsg reply --seen\"}\n{\"run\":\"process ")
                .contains("{\"in_reply_to\":\"in-1\",\"state\":\"leaving\"}\n"
                        + "{\"in_reply_to\":\"in-1\",\"state\":\"accepted\",\"message_uuid\":\"out-1\"}\n");
    }

    @Test
    void aRedeliveryWithinOneRunIsNotAnsweredTwiceEither() {
        assertThat(reply(record(1) + record(1), "--seen", "s").out()).isEqualTo("out-1\n");
        assertThat(bodies).hasSize(1);
    }

    @Test
    void theIdIsKeptBeforeTheAnswerLeaves() {
        farSide(request -> {
            assertThat(file("s")).endsWith("{\"in_reply_to\":\"in-1\",\"state\":\"leaving\"}\n");
            return accepted();
        });
        assertThat(reply(record(1), "--seen", "s").exit()).isZero();
    }

    @Test
    void anAnswerThatMayHaveBeenTakenIsToldAndNotRepeated() {
        farSide(request -> {
            throw new Unanswered("reset", null);
        });
        assertThat(reply(record(1), "--seen", "s", "--failed", "f").exit()).isEqualTo(76);
        customer();
        Run again = reply(record(1), "--seen", "s");
        assertThat(again)
                .isEqualTo(new Run(
                        76,
                        "",
                        "fbmsg: input line 1: its answer left in an earlier run, and what became of it is not known;"
                                + " look into the conversation before sending it again\n"));
        assertThat(bodies).hasSize(1);
        assertThat(file("f")).isEmpty(); // they may have an answer
    }

    @ParameterizedTest
    @ValueSource(ints = {422, 429, 404})
    void whoSurelyGotNoAnswerIsKeptAndAnsweredByTheNextRun(int status) {
        farSide(request -> Reply.of(status));
        Run run = reply(record(1) + record(2), "--seen", "s", "--failed", "f");
        assertThat(run.exit()).isEqualTo(status == 429 ? 75 : 65);
        assertThat(file("f")).isEqualTo(record(1) + record(2));
        bodies.clear();
        farSide(request -> accepted());
        assertThat(reply(file("f"), "--seen", "s").out()).isEqualTo("out-1\nout-2\n");
    }

    @Test
    void whatIsLeftAfterAStopIsKeptToo() {
        farSide(request -> Reply.of(401));
        Run run = reply(record(1) + record(2) + " \n" + record(3), "--failed", "f");
        assertThat(run.exit()).isEqualTo(77);
        assertThat(bodies).hasSize(1);
        assertThat(file("f")).isEqualTo(record(1) + record(2) + record(3));
        assertThat(run.err()).endsWith("fbmsg: stopped: the records after line 1 are not answered\n");
    }

    /** It is waited for, and then all is over: each record would have cost its own three attempts. */
    @Test
    void aFarSideThatCannotBeReachedEndsItAfterTheTimeLimit() {
        farSide(request -> {
            throw new NotSent(false, "h: connection refused", null);
        });
        Run run = reply(record(1) + record(2), "--failed", "f");
        assertThat(run.exit()).isEqualTo(69);
        assertThat(run.err()).hasLineCount(2).contains("fbmsg: stopped: ");
        assertThat(file("f")).isEqualTo(record(1) + record(2));
    }

    @Test
    void aTemplateThatIsTooLongForOneMessageFailsOrIsSplit() {
        String longOne = record(1).replace("Hi 1", "word ".repeat(200));
        Run run = reply(longOne + record(2), "--failed", "f");
        assertThat(run.exit()).isEqualTo(65);
        assertThat(run.err())
                .isEqualTo("fbmsg: input line 1: the text has 1010 characters, the limit is 640; shorten it\n");
        assertThat(run.out()).isEqualTo("out-1\n");
        assertThat(file("f")).isEqualTo(longOne);
        bodies.clear();
        assertThat(reply(longOne, "--split").out()).isEqualTo("out-1\nout-2\n");
    }

    /** The first part was sent: neither may it be repeated, nor may the rest be called answered. */
    @Test
    void anAnswerOfWhichAPartWasSentIsDoubtful() {
        String longOne = record(1).replace("Hi 1", "word ".repeat(200));
        farSide(request -> bodies.size() == 1 ? accepted() : Reply.of(422));
        assertThat(reply(longOne, "--split", "--seen", "s", "--failed", "f").exit())
                .isEqualTo(65);
        assertThat(file("f")).isEmpty();
        customer();
        assertThat(reply(longOne, "--split", "--seen", "s").exit()).isEqualTo(76);
        assertThat(bodies).hasSize(2);
    }

    @Test
    void whatCannotBeKeptIsSaidBeforeAnythingIsSent() {
        assertThat(reply(record(1), "--failed", "no/f").exit()).isEqualTo(74);
        assertThat(reply(record(1), "--seen", "no/s").exit()).isEqualTo(74);
        host.file("other", "{}\n");
        assertThat(reply(record(1), "--seen", "other").err())
                .isEqualTo(
                        "fbmsg: the file other is not a file of this kind; name another one; it was left as it is\n");
        assertThat(reply(record(1), "--seen", "/dev/null").err())
                .isEqualTo("fbmsg: the file /dev/null is no regular file;"
                        + " name one, or one that is not there yet: it is read again\n");
        assertThat(reply(record(1), "--seen", "f", "--failed", "./f").exit()).isEqualTo(2);
        assertThat(reply(record(1), "--seen", "").exit()).isEqualTo(2);
        assertThat(reply(record(1), "--failed", "").exit()).isEqualTo(2);
        assertThat(bodies).isEmpty();
    }

    @Test
    void aTemplateAndAnotherContentExcludeEachOther() {
        assertThat(reply(record(1), "--text", "Hi").err())
                .isEqualTo("fbmsg: --template and --text exclude each other; give one of them\n");
    }
}
