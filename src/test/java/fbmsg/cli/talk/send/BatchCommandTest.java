package fbmsg.cli.talk.send;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.cli.EmulatedFarSide;
import fbmsg.cli.TestHost;
import fbmsg.cli.TestHost.Run;
import fbmsg.http.Reply;
import fbmsg.http.Unanswered;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchCommandTest {
    private static final String TWO = "{\"to\":\"2\",\"text\":\"a\"}\n{\"to\":\"3\",\"text\":\"b\"}\n";

    @TempDir
    Path folder;

    private final AtomicInteger requests = new AtomicInteger();
    private final StringBuffer bodies = new StringBuffer();
    private TestHost host;

    @BeforeEach
    void customer() {
        host = EmulatedFarSide.signer(TestHost.in(folder))
                .env("FBMSG_PAGE_ID", "107")
                .farSide(request -> {
                    bodies.append(new String(request.body(), StandardCharsets.UTF_8))
                            .append('\n');
                    return Reply.json(202, "{\"message_uuid\":\"m" + requests.incrementAndGet() + "\"}");
                });
    }

    private Run send(String... more) {
        String[] args = new String[more.length + 3];
        System.arraycopy(new String[] {"send", "--concurrency", "1"}, 0, args, 0, 3);
        System.arraycopy(more, 0, args, 3, more.length);
        return host.run(args);
    }

    @Test
    void printsARecordALineInTheirOrder() {
        host.file("in", TWO);
        assertThat(send("--batch", "in"))
                .isEqualTo(new Run(
                        0,
                        "{\"v\":1,\"line\":1,\"ok\":true,\"to\":\"2\",\"message_uuid\":\"m1\"}\n"
                                + "{\"v\":1,\"line\":2,\"ok\":true,\"to\":\"3\",\"message_uuid\":\"m2\"}\n",
                        ""));
    }

    @Test
    void aLineMaySayAllThatOptionsSay() {
        host.stdin(
                "{\"to\":12345678901234567890,\"from\":\"9\",\"image\":\"https://e.example/a.png\",\"category\":\"update\","
                        + "\"client_ref\":\"r\"}\n{\"to\":\"2\",\"text\":\"x\",\"tag\":\"ACCOUNT_UPDATE\"}\n");
        Run run = send("--batch", "-", "--category", "message_tag", "--tag", "HUMAN_AGENT", "--client-ref", "all");
        assertThat(run.exit()).as(run.toString()).isZero();
        assertThat(bodies.toString().lines())
                .containsExactly(
                        "{\"channel\":\"messenger\",\"message_type\":\"image\",\"from\":\"9\",\"to\":\"12345678901234567890\","
                                + "\"image\":{\"url\":\"https://e.example/a.png\"},\"client_ref\":\"r\","
                                + "\"messenger\":{\"category\":\"update\"}}",
                        "{\"channel\":\"messenger\",\"message_type\":\"text\",\"from\":\"107\",\"to\":\"2\",\"text\":\"x\","
                                + "\"client_ref\":\"all\","
                                + "\"messenger\":{\"category\":\"message_tag\",\"tag\":\"ACCOUNT_UPDATE\"}}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            nonsense                         | it is not JSON: column 1: Unrecognized token 'nonsense': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false'); mend the line
            []                               | it is not a JSON object; write {"to":"…","text":"…"}
            {"text":"a"}                     | it has no "to"; add it
            {"to":"2"}                       | it says nothing; give one of text, image, audio, video and file
            {"to":"2","text":"a","file":"b"} | it has more than one content; give one of text, image, audio, video and file
            {"to":"2","txt":"a"}             | it has an unknown member "txt"; a line has to, from, text, image, audio, video, file, category, tag, client_ref
            {"to":"2","text":7}              | its "text" is not a string; write it in quotes
            {"to":true,"text":"a"}           | its "to" is not a string; write it in quotes
            {"to":1.5,"text":"a"}            | its "to" is not a string; write it in quotes
            {"to":"2","text":""}             | the text is empty; give at least one character
            {"to":"2","text":"a","tag":"X"}  | a tag goes with the category message_tag only; add --category message_tag, or leave the tag out
            {"to":"2","text":"a","category":"x"} | its category "x" is unknown; give response, update or message_tag
            {"to":"2","to":"3","text":"a"}   | it is not JSON: column 15: Duplicate Object property "to"; mend the line
            """)
    void aLineThatIsWrongIsARecordAndTheRestGoesOn(String line, String message) {
        host.stdin(line + "\n{\"to\":\"3\",\"text\":\"b\"}\n");
        Run run = send("--batch", "-");
        assertThat(run.exit()).isEqualTo(65);
        assertThat(run.err()).isEqualTo("fbmsg: line 1: " + message + "\nfbmsg: 1 of 2 messages failed\n");
        assertThat(run.out())
                .startsWith("{\"v\":1,\"line\":1,\"ok\":false,\"error\":{\"code\":\"data\",\"exit\":65,")
                .endsWith("\n{\"v\":1,\"line\":2,\"ok\":true,\"to\":\"3\",\"message_uuid\":\"m1\"}\n");
    }

    @Test
    void aTagThatIsLikelyToFailIsWarnedOfOnce() {
        host.stdin("{\"to\":\"2\",\"text\":\"x\",\"category\":\"message_tag\",\"tag\":\"GAME_EVENT\"}\n".repeat(3));
        Run run = send("--batch", "-");
        assertThat(run.exit()).isZero();
        assertThat(run.err())
                .startsWith("fbmsg: warning: Facebook removed the tag GAME_EVENT on 2020-03-04")
                .hasLineCount(1);
    }

    @Test
    void manyErrorsAreToldOnceEach() {
        host.stdin("x\n".repeat(50));
        assertThat(send("--batch", "-").err())
                .endsWith("fbmsg: further errors are in the records on standard output only\n"
                        + "fbmsg: 50 of 50 messages failed\n")
                .hasLineCount(12);
    }

    @Test
    void theWorstThatHappenedIsTheExitCode() {
        int[] statuses = {422, 500, 202, 422};
        host.farSide(request -> Reply.json(statuses[requests.getAndIncrement()], "{\"message_uuid\":\"m\"}"))
                .stdin(TWO + TWO);
        Run run = send("--batch", "-");
        assertThat(run.exit()).isEqualTo(76);
        assertThat(run.err()).endsWith("fbmsg: 3 of 4 messages failed\n");
    }

    @Test
    void whatIsLeftUnsentIsSaid() {
        host.farSide(request -> Reply.of(402)).stdin(TWO + TWO);
        Run run = send("--batch", "-");
        assertThat(run.exit()).isEqualTo(77);
        assertThat(run.out()).hasLineCount(1);
        assertThat(run.err())
                .containsPattern(
                        "fbmsg: stopped: (line 2 and those after it were not sent|the lines after 1 were not read)\n");
    }

    @Test
    void aDryRunShowsEachRequestAndTouchesNothing() throws IOException {
        host.farSide(request -> {
                    throw new AssertionError("nothing may be sent");
                })
                .stdin(TWO + "x\n");
        Run run = send("--batch", "-", "--dry-run", "--journal", "j");
        assertThat(run.exit()).isEqualTo(65);
        assertThat(run.out().split("\n\nPOST ")).hasSize(2);
        assertThat(run.out()).contains("\"text\":\"a\"}\n\nPOST http").doesNotContain("message_uuid");
        assertThat(run.err()).startsWith("fbmsg: line 3: it is not JSON");
        assertThat(folder.resolve("j")).doesNotExist();
    }

    @Test
    void aJournalIsItsOwnersAndARerunPrintsTheSame() throws IOException {
        host.file("in", TWO);
        Run first = send("--batch", "in", "--journal", "j");
        Run second = send("--batch", "in", "--journal", "j");
        assertThat(second).isEqualTo(first);
        assertThat(requests).hasValue(2);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("j"))))
                .isEqualTo("rw-------");
        assertThat(Files.readString(folder.resolve("j")))
                .startsWith(
                        "{\"v\":1,\"kind\":\"fbmsg send --batch\",\"api_url\":\"http://127.0.0.1:4010/v1/messages\","
                                + "\"application_id\":\"" + EmulatedFarSide.APPLICATION
                                + "\",\"from\":\"107\"}\n{\"run\":\"process ");
    }

    @Test
    void anUnknownOutcomeIsToldAgainUntilItIsSentAfterAll() {
        host.file("in", "{\"to\":\"2\",\"text\":\"a\"}\n");
        host.farSide(request -> {
            throw new Unanswered("reset", null);
        });
        assertThat(send("--batch", "in", "--journal", "j").exit()).isEqualTo(76);
        customer();
        Run again = send("--batch", "in", "--journal", "j");
        assertThat(again.exit()).isEqualTo(76);
        assertThat(again.err())
                .startsWith("fbmsg: line 1: it left in an earlier run, and no answer to it is known; look into the"
                        + " conversation, and give --resend-unknown only if it is not there\n");
        assertThat(requests).hasValue(0);
        assertThat(send("--batch", "in", "--journal", "j", "--resend-unknown").exit())
                .isZero();
        assertThat(requests).hasValue(1);
    }

    @Test
    void twoRunsDoNotShareAJournal() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        host.file("in", TWO);
        host.farSide(request -> {
            inside.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                throw new Unanswered("interrupted", e);
            }
            return Reply.json(202, "{\"message_uuid\":\"m\"}");
        });
        CompletableFuture<Run> first = host.start("send", "--batch", "in", "--journal", "j");
        inside.await();
        TestHost other = EmulatedFarSide.signer(TestHost.in(folder)).env("FBMSG_PAGE_ID", "107");
        Run second = other.run("send", "--batch", "in", "--journal", "j");
        go.countDown();
        assertThat(second.exit()).isEqualTo(74);
        assertThat(second.err())
                .isEqualTo(
                        "fbmsg: another fbmsg (process "
                                + ProcessHandle.current().pid()
                                + ", since 2026-01-02T03:04:05Z) is using the journal j; wait for it to end, or name another file\n");
        assertThat(first.get().exit()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            send --batch in --text a          |  2 | --batch and --text exclude each other; say it in each line of the batch
            send --batch in --to 2            |  2 | --batch and --to exclude each other; say it in each line of the batch
            send --batch in --split           |  2 | --batch and --split exclude each other; say it in each line of the batch
            send --batch - --key -            |  2 | the key and the batch cannot both be on standard input; give a file's path
            send --batch in --concurrency 0   |  2 | --concurrency 0 is not from 1 to 256; give for example 8
            send --batch in --concurrency 257 |  2 | --concurrency 257 is not from 1 to 256; give for example 8
            send --batch in --resend-unknown  |  2 | --resend-unknown goes with --journal only; name the journal of the earlier run
            send --batch in --rate 0/s        |  2 | invalid value for option '--rate': '0/s' is not a rate such as 1/s, 100/m or 1000/h; see: fbmsg send --help
            send --to 2 --text a --journal j  |  2 | --journal goes with --batch only; add it, or leave --journal out
            send --to 2 --text a --rate 1/s   |  2 | --rate goes with --batch only; add it, or leave --rate out
            send --to 2 --text a --stop-on-error | 2 | --stop-on-error goes with --batch only; add it, or leave --stop-on-error out
            send --batch nope                 | 66 | the batch nope does not exist; check the path
            send --batch .                    | 66 | the batch . is a directory; give the path of a file
            send --batch in --journal .       | 74 | the journal . is a directory; name a file
            send --batch in --journal no/j    | 74 | the journal no/j could not be opened: there is no such folder; make the folder
            """)
    void whatIsWrongIsSaidAndNothingIsSent(String args, int exit, String message) {
        host.file("in", TWO);
        assertThat(host.run(args.split(" +"))).isEqualTo(new Run(exit, "", "fbmsg: " + message + "\n"));
        assertThat(requests).hasValue(0);
    }

    @Test
    void progressIsForATerminalAndAfterHalfASecond() {
        host.file("in", TWO + TWO);
        host.terminals("2");
        assertThat(send("--batch", "in").err()).isEmpty();
        host.farSide(request -> {
            host.time.pass(Duration.ofMillis(700));
            return Reply.json(202, "{\"message_uuid\":\"m\"}");
        });
        host.terminals("");
        assertThat(send("--batch", "in").err()).isEmpty();
        host.terminals("2");
        assertThat(send("--batch", "in", "-q").err()).isEmpty();
        String shown = send("--batch", "in").err();
        assertThat(shown).matches("(\r[0-9] done, 0 failed, [0-9]/s(, [0-9]:[0-9]{2} left)? *)+\r +\r");
    }

    /** Whoever has the ids has them from standard error: the messages are on their way. */
    @Test
    void whenStandardOutputBreaksTheIdsAreStillTold() {
        host.file("in", TWO);
        host.stdout(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        });
        Run run = send("--batch", "in");
        assertThat(run.exit()).isEqualTo(74);
        assertThat(run.err()).contains("fbmsg: line 1 was sent, as message m1; do not send it again\n");
    }

    @Test
    void whatIsToldToEndTakesNothingNew() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        host.file("in", TWO + TWO);
        host.farSide(request -> {
            inside.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                throw new Unanswered("interrupted", e);
            }
            return Reply.json(202, "{\"message_uuid\":\"m" + requests.incrementAndGet() + "\"}");
        });
        CompletableFuture<Run> run = host.start("send", "--batch", "in", "--concurrency", "1");
        inside.await();
        CompletableFuture<Void> ending = CompletableFuture.runAsync(host.endings.get(0), fbmsg.OwnThread::run);
        while (!host.err.toString(StandardCharsets.UTF_8).contains("interrupted after line 0")) {
            Thread.onSpinWait(); // it gives what is on its way a second
        }
        go.countDown();
        ending.get();
        assertThat(run.get().out()).hasLineCount(1);
        assertThat(requests).hasValue(1);
    }
}
