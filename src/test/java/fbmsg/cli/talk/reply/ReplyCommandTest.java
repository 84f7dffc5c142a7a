package fbmsg.cli.talk.reply;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.cli.EmulatedFarSide;
import fbmsg.cli.TestHost;
import fbmsg.cli.TestHost.Run;
import fbmsg.http.NotSent;
import fbmsg.http.Reply;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyCommandTest {
    private static final String RECORD =
            "{\"v\":1,\"event\":\"inbound\",\"message_uuid\":\"m1\",\"from\":\"234\",\"to\":\"107\","
                    + "\"timestamp\":\"2020-01-01T14:00:00Z\",\"type\":\"text\",\"text\":\"Hi\",\"signature\":\"unchecked\",\"payload\":{}}";
    private static final String V1 =
            "{\"channel\":\"messenger\",\"message_uuid\":\"m2\",\"to\":\"107\",\"from\":\"235\","
                    + "\"timestamp\":\"2020-01-01T14:00:00Z\",\"message_type\":\"image\",\"image\":{\"url\":\"https://x/y.png\"}}";
    private static final String V01 = "{\n\"message_uuid\":\"m3\",\"to\":{\"type\":\"messenger\",\"id\":\"107\"},\n"
            + "\"from\":{\"type\":\"messenger\",\"id\":236},\"timestamp\":\"2020-01-01T14:00:00.000Z\",\n"
            + "\"message\":{\"content\":{\"type\":\"unsupported\"}}\n}";
    private static final String STATUS =
            "{\"channel\":\"messenger\",\"message_uuid\":\"m4\",\"to\":\"234\",\"from\":\"107\","
                    + "\"timestamp\":\"2020-01-01T14:00:00Z\",\"status\":\"read\"}";

    @TempDir
    Path folder;

    private final EmulatedFarSide vonage = new EmulatedFarSide();
    private TestHost host;

    @BeforeEach
    void customer() {
        host = vonage.customer(TestHost.in(folder));
    }

    @Test
    void swapsFromAndToAndPrintsAnIdForEachOfTheThreeForms() {
        host.stdin(RECORD + "\n" + V1 + V01 + "\n");

        assertThat(host.run("reply", "--text", "Thanks!"))
                .isEqualTo(new Run(
                        0,
                        "ffffffff-0000-4000-8000-000000000002\n"
                                + "ffffffff-0000-4000-8000-000000000004\n"
                                + "ffffffff-0000-4000-8000-000000000006\n",
                        ""));
        assertThat(vonage.accepted())
                .contains("\"from\":\"107\",\"to\":\"234\",\"type\":\"text\",\"text\":\"Thanks!\"")
                .contains("\"from\":\"107\",\"to\":\"235\"")
                .contains("\"from\":\"107\",\"to\":\"236\"");
    }

    /** A pipe that nothing has come through yet. */
    private static InputStream nothingYet(String later) {
        return new ByteArrayInputStream(later.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int available() {
                return 0;
            }
        };
    }

    @Test
    void warmsUpWhileNobodyWritesAndSendsNothingThen() {
        List<Integer> sent = new ArrayList<>();
        host.stdin(nothingYet(RECORD)).spareTime(task -> {
            task.run();
            sent.add(vonage.requests.size());
        });

        assertThat(host.run("reply", "--text", "Thanks!").exit()).isZero();

        assertThat(sent)
                .as("requests when the client is ready, and when all is warm")
                .containsExactly(0, 0);
        assertThat(vonage.requests).hasSize(1);
    }

    @Test
    void doesNotWarmUpWhereThereIsWorkOrNothingToSend() {
        List<Runnable> tasks = new ArrayList<>();
        host.spareTime(tasks::add);

        host.stdin(RECORD).run("reply", "--text", "Thanks!");
        assertThat(tasks).as("making the client ready").hasSize(1);
        host.stdin(nothingYet(RECORD)).run("reply", "--text", "Thanks!", "--dry-run");
        assertThat(tasks).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"449, 1", "450, 2", "-1, 2"})
    void aTokenServesForTheFirstHalfOfItsLife(int secondsLater, int tokens) {
        Set<String> used = new LinkedHashSet<>();
        List<Instant> times = new ArrayList<>(List.of(TestHost.NOW));
        host.clock(new Clock() {
            @Override
            public Instant instant() {
                return times.get(0);
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        });
        host.farSide(request -> {
            used.add(request.headers().first("Authorization").orElseThrow());
            times.set(0, TestHost.NOW.plusSeconds(secondsLater));
            return Reply.json(202, "{\"message_uuid\":\"m\"}");
        });

        host.stdin(RECORD + V1).run("reply", "--text", "Thanks!");

        assertThat(used).hasSize(tokens);
    }

    @Test
    void jsonNamesWhatWasAnswered() {
        host.stdin(RECORD);

        assertThat(host.run("reply", "--text", "Thanks!", "--json").out())
                .isEqualTo("{\"v\":1,\"ok\":true,\"to\":\"234\","
                        + "\"message_uuid\":\"ffffffff-0000-4000-8000-000000000002\",\"in_reply_to\":\"m1\"}\n");
    }

    @Test
    void aStatusIsSkippedAndSaid() {
        host.stdin(STATUS + "\n");

        assertThat(host.run("reply", "--text", "Thanks!"))
                .isEqualTo(new Run(0, "", "fbmsg: input line 1: skipped, a status is nothing to answer\n"));
        assertThat(vonage.requests).isEmpty();
    }

    @Test
    void goesOnAfterMalformedInputAtTheNextLineThatStartsAnObject() {
        host.stdin("what is this\n" + RECORD.substring(0, 60) + "\n" + RECORD + "\n{\"a\":1,\n" + V1 + "\n");

        Run run = host.run("reply", "--text", "Thanks!");

        assertThat(run.exit()).as(run.toString()).isEqualTo(65);
        assertThat(run.out()).hasLineCount(2);
        assertThat(run.err())
                .contains("fbmsg: input line 1: it is not JSON")
                .contains("fbmsg: input line 2: it is not JSON: a line ends inside a string; ")
                .contains("fbmsg: input line 4: it is not JSON: the value is cut off: the next line starts another; ")
                .hasLineCount(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            []                                        | it is not a JSON object
            7                                         | it is not a JSON object
            {}                                        | it names no channel
            {"v":2,"event":"inbound"}                 | its "v" is not 1: a newer fbmsg wrote it
            {"v":1,"event":"inbound","message_uuid":"m","to":"1","type":"text","text":"x"} | it has no "from"
            {"v":1,"event":"party","message_uuid":"m"} | its "event" is neither inbound nor status
            {"channel":"sms","message_uuid":"m","to":"1","from":"2","message_type":"text","text":"x"} | its channel is "sms", not "messenger"
            """)
    void whatIsNoRecordIsToldAndNotAnswered(String input, String message) {
        host.stdin(input + "\n");

        assertThat(host.run("reply", "--text", "Thanks!"))
                .isEqualTo(new Run(
                        65,
                        "",
                        "fbmsg: input line 1: " + message
                                + "; give what 'fbmsg listen' prints, or Vonage's webhooks\n"));
        assertThat(vonage.requests).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"''", "'\n \r\n'"})
    void emptyInputIsAnError(String input) {
        host.stdin(input);
        assertThat(host.run("reply", "--text", "Thanks!"))
                .isEqualTo(new Run(65, "", "fbmsg: standard input is empty; pipe in what 'fbmsg listen' prints\n"));
    }

    @Test
    void aFailureIsARecordWithJsonAndTheRestGoesOn() {
        AtomicInteger calls = new AtomicInteger();
        host.farSide(request -> {
                    if (calls.incrementAndGet() == 1) {
                        throw new NotSent(true, "h: reset", null);
                    }
                    return vonage.exchange(request);
                })
                .stdin(RECORD + "\n" + V1 + "\n");

        Run run = host.run("reply", "--text", "Thanks!", "--json");

        assertThat(run.exit()).isEqualTo(75);
        assertThat(run.out())
                .isEqualTo(
                        "{\"v\":1,\"line\":1,\"ok\":false,\"to\":\"234\",\"error\":{\"code\":\"temporary\",\"exit\":75,"
                                + "\"retryable\":true,\"message\":\"the connection broke before the message was sent"
                                + " (h: reset); try again: it was not taken\"}}\n"
                                + "{\"v\":1,\"ok\":true,\"to\":\"235\","
                                + "\"message_uuid\":\"ffffffff-0000-4000-8000-000000000002\",\"in_reply_to\":\"m2\"}\n");
    }

    @ParameterizedTest
    @CsvSource({"401", "402", "403", "407"})
    void stopsWhereNothingElseWouldBeTakenAndSaysWhatIsLeft(int status) {
        AtomicInteger calls = new AtomicInteger();
        host.farSide(request -> {
                    calls.incrementAndGet();
                    return Reply.of(status);
                })
                .stdin(RECORD + "\n" + V1 + "\n");

        Run run = host.run("reply", "--text", "Thanks!");

        assertThat(run.exit()).isEqualTo(77);
        assertThat(calls).hasValue(1);
        assertThat(run.err()).endsWith("fbmsg: stopped: the records after line 1 are not answered\n");
    }

    @Test
    void theExitCodeIsThatOfTheWorst() {
        AtomicInteger calls = new AtomicInteger();
        int[] statuses = {429, 429, 429, 500, 422};
        host.farSide(request -> Reply.of(statuses[calls.getAndIncrement()])).stdin(RECORD + RECORD + RECORD);

        assertThat(host.run("reply", "--text", "Thanks!").exit()).isEqualTo(76);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            reply                        |  2 | there is nothing to answer; give --text, --template, --image or another content
            reply --text-file -          |  2 | the records come on standard input, nothing else can; give a file's path
            reply --text a --key -       |  2 | the records come on standard input, nothing else can; give a file's path
            reply --text=                | 65 | the text is empty; give at least one character
            reply --text a --tag b       |  2 | --tag goes with --category message_tag only; add it, or leave --tag out
            """)
    void badOptionsAreToldBeforeAnythingIsRead(String args, int exit, String message) {
        host.stdin(RECORD);
        assertThat(host.run(args.split(" "))).isEqualTo(new Run(exit, "", "fbmsg: " + message + "\n"));
        assertThat(vonage.requests).isEmpty();
    }
}
