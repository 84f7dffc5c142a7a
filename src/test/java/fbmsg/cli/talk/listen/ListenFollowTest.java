package fbmsg.cli.talk.listen;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.cli.TestHost;
import fbmsg.cli.TestHost.Run;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is taken, in which form, for how long. */
class ListenFollowTest extends ListenCase {
    @Test
    void followsUntilItIsToldToEnd() throws Exception {
        Future<Run> run = start("--follow", "--print", "text");

        assertThat(post(text("a", "234", "one"))).isEqualTo(200);
        assertThat(post(text("b", "234", "two"))).isEqualTo(200);
        assertThat(post(text("a", "234", "one"))).isEqualTo(200);

        tellToEnd();
        Run ended = end(run);
        assertThat(ended.exit()).as(ended.toString()).isEqualTo(143);
        assertThat(ended.out()).isEqualTo("one\ntwo\n");
    }

    @Test
    void followingInVainIs124() throws Exception {
        Run ended = end(start("--follow", "--timeout", "0"));

        assertThat(ended.exit()).isEqualTo(124);
        assertThat(ended.err()).contains("fbmsg: nothing came within 0 s; is the tunnel open");
    }

    /** With a count a missing field is the run's failure; who follows is told and goes on. */
    @Test
    void aMissingFieldDoesNotEndWhoFollows() throws Exception {
        Future<Run> run = start("--follow", "--print", "url");

        assertThat(post(text("a", "234", "one"))).isEqualTo(200);
        assertThat(post(inbound("b", "234", "image", "\"image\":{\"url\":\"https://a.example/b.png\"}")))
                .isEqualTo(200);

        tellToEnd();
        Run ended = end(run);
        assertThat(ended.exit()).isEqualTo(143);
        assertThat(ended.out()).isEqualTo("https://a.example/b.png\n");
        assertThat(ended.err()).contains("warning: message a has no field 'url'");
    }

    @Test
    void statusesAreTakenWhereAskedFor() throws Exception {
        Future<Run> run = start("--event", "status", "--count", "2", "--print", "status");

        assertThat(post(text("a", "234", "one"))).isEqualTo(503);
        assertThat(post(status("m", "delivered"))).isEqualTo(200);
        assertThat(post(status("m", "delivered"))).isEqualTo(200);
        assertThat(post(status("m", "read"))).isEqualTo(200);

        Run ended = end(run);
        assertThat(ended.out()).isEqualTo("delivered\nread\n");
        assertThat(ended.err())
                .contains("fbmsg: message a (text of user 234) is not asked for: answered 503, it comes again\n");
    }

    @Test
    void whatIsFilteredOutIsAnsweredAsToldAndSaid() throws Exception {
        Future<Run> run = start("--type", "image", "--from-user", "234", "--unmatched", "200", "--print", "from");

        assertThat(post(text("a", "234", "one"))).isEqualTo(200);
        assertThat(post(inbound("b", "235", "image", "\"image\":{\"url\":\"https://a.example/b.png\"}")))
                .isEqualTo(200);
        assertThat(post(inbound("c", "234", "image", "\"image\":{\"url\":\"https://a.example/b.png\"}")))
                .isEqualTo(200);

        Run ended = end(run);
        assertThat(ended.out()).isEqualTo("234\n");
        assertThat(ended.err())
                .contains("message a (text of user 234) is not asked for: answered, it is gone")
                .contains("message b (image of user 235) is not asked for");
    }

    /** A day's redeliveries of one message that is not asked for are some 110. */
    @Test
    void whatIsSaidAgainAndAgainIsSaidLessOften() throws Exception {
        Future<Run> run = start("--from-user", "1", "--timeout", "1m");
        for (int i = 0; i < 25; i++) {
            post(text("a", "234", "one"));
        }
        post(text("b", "1", "two"));

        assertThat(end(run).err().lines().filter(line -> line.contains("message a")))
                .containsExactly(
                        "fbmsg: message a (text of user 234) is not asked for: answered 503, it comes again",
                        "fbmsg: message a (text of user 234) is not asked for: answered 503, it comes again"
                                + " (10 times so far)");
    }

    @Test
    void prettyIsOneLineAnEventAndFitForATerminal() throws Exception {
        Future<Run> run = start("--event", "any", "--count", "3", "--format", "pretty");
        post(text("a", "234", "\\u001b[31mHi\\nthere"));
        post(inbound("b", "235", "image", "\"image\":{\"url\":\"https://a.example/b.png\"}"));
        post(status("m", "read"));

        assertThat(end(run).out()).isEqualTo("""
                        2025-02-03T12:14:25Z  234  \\u001b[31mHi\\u000athere
                        2025-02-03T12:14:25Z  235  [image] https://a.example/b.png
                        2025-02-03T12:14:26Z  234  message m read
                        """);
    }

    @Test
    void shellAssignmentsAreALineEach() throws Exception {
        Future<Run> run = start("--count", "2", "--format", "sh");
        post(text("a", "234", "it's"));
        post(text("b", "234", "two\\nlines"));

        assertThat(end(run).out().lines())
                .hasSize(2)
                .anyMatch(line -> line.contains(" FBMSG_TEXT='it'\\''s' "))
                .anyMatch(line -> line.contains(" FBMSG_TEXT=\"$(printf 'two\\012linesX')\" "));
    }

    @Test
    void whatIsDoneIsRememberedOverRestarts() throws Exception {
        Future<Run> first = start("--seen", "seen", "--print", "text");
        assertThat(post(text("a", "234", "one"))).isEqualTo(200);
        end(first);

        host = TestHost.in(folder);
        Future<Run> second = start("--seen", "seen", "--print", "text");
        assertThat(post(text("a", "234", "one"))).isEqualTo(200);
        assertThat(post(text("b", "234", "two"))).isEqualTo(200);

        assertThat(end(second).out()).isEqualTo("two\n");
    }

    @Test
    void aFileThatHasGrownLongIsShortened() throws Exception {
        String header = "{\"v\":1,\"kind\":\"fbmsg listen --seen\"}\n";
        String done = "{\"event\":\"a\",\"state\":\"accepted\"}\n";
        host.file("seen", header + "{\"run\":\"process 1\"}\n".repeat(300_000) + done);
        Future<Run> run = start("--seen", "seen", "--print", "text");
        assertThat(post(text("a", "234", "one"))).isEqualTo(200);
        assertThat(post(text("b", "234", "two"))).isEqualTo(200);

        assertThat(end(run).out()).isEqualTo("two\n");
        assertThat(folder.resolve("seen"))
                .content()
                .matches(Pattern.quote(header) + "\\{\"run\":\"process [0-9]+\",.*}\n" + Pattern.quote(done)
                        + "\\{\"event\":\"b\",\"state\":\"accepted\"}\n");
    }

    @Test
    void aFileThatAnotherRunKeepsIsRefused() throws Exception {
        Future<Run> first = start("--seen", "seen");
        host.err.await("listening on (http://[^ ]+) ");

        Run second = TestHost.in(folder).run("listen", "--port", "0", "--seen", "seen");

        assertThat(second.exit()).isEqualTo(74);
        assertThat(second.err()).contains("is using the file seen; wait for it to end, or name another file");
        post(text("a", "234", "one"));
        end(first);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --count 2 --follow              | --count and --follow exclude each other; give one of them
            --format sh --raw               | --format and --raw exclude each other; give one of them
            --format xml                    | invalid value for option '--format': 'xml' is none of json, sh and pretty; see: fbmsg listen --help
            --event all                     | invalid value for option '--event': 'all' is none of inbound, status and any; see: fbmsg listen --help
            --unmatched 500                 | invalid value for option '--unmatched': '500' is neither 200 nor 503; see: fbmsg listen --help
            --event status --save-media d   | --save-media and --event status exclude each other; statuses have no files
            --event status --type text      | --type and --event status exclude each other; statuses have no type
            --seen=                         | invalid value for option '--seen': the path is empty; see: fbmsg listen --help
            --record=                       | invalid value for option '--record': the path is empty; see: fbmsg listen --help
            --save-media=                   | invalid value for option '--save-media': the path is empty; see: fbmsg listen --help
            --failed= -- true               | invalid value for option '--failed': the path is empty; see: fbmsg listen --help
            --seen f --failed ./f -- true   | --seen and --failed name the same file; give each its own
            --from-user=                    | --from-user is empty; leave it out, or give one
            """)
    void badOptionsAreTold(String options, String message) {
        assertThat(host.run(("listen " + options).split(" "))).isEqualTo(new Run(2, "", "fbmsg: " + message + "\n"));
    }
}
