package fbmsg.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fbmsg.Failure;
import fbmsg.http.Exchange;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.http.Unanswered;
import fbmsg.json.Json;
import fbmsg.json.MalformedJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a journal promises: nothing is sent twice silently, and nothing is forgotten. */
class JournalTest {
    private final Runner runner = new Runner();
    private final List<String> taken = new ArrayList<>();

    /** The text of a line is its number. */
    private static String lines(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> "{\"to\":\"2\",\"text\":\"" + i + "\"}\n")
                .collect(Collectors.joining());
    }

    private static String text(Request request) {
        try {
            return Json.parse(request.body()).text("text").orElseThrow();
        } catch (MalformedJson e) {
            throw new AssertionError(e);
        }
    }

    private Reply accept(Request request) {
        synchronized (taken) {
            taken.add(text(request));
            return Reply.json(202, "{\"message_uuid\":\"m" + text(request) + "\"}");
        }
    }

    /** Answers these texts otherwise. */
    private Exchange but(String text, Reply reply) {
        return request -> text(request).equals(text) ? reply : accept(request);
    }

    private Batch.End run(String input, JournalFile file, Exchange farSide) {
        return runner.run(input, Optional.of(file), farSide);
    }

    @Test
    void aRerunTellsWhatIsKnownAndSendsTheRest() {
        LossyFile file = new LossyFile();
        run(lines(4), file, but("2", Reply.of(422)));
        assertThat(runner.told()).containsExactly("1 accepted m1", "2 refused", "3 accepted m3", "4 accepted m4");
        taken.clear();

        run(lines(5), LossyFile.with(file.text().getBytes(StandardCharsets.UTF_8)), this::accept);

        assertThat(runner.told())
                .containsExactly("1 before m1", "2 accepted m2", "3 before m3", "4 before m4", "5 accepted m5");
        assertThat(taken).containsExactlyInAnyOrder("2", "5");
    }

    @Test
    void whatLeftWithoutAnAnswerIsSentAgainOnlyIfAskedFor() {
        LossyFile file = new LossyFile();
        run(lines(3), file, but("2", Reply.of(500)));
        run(lines(3), file, this::accept);
        assertThat(runner.told()).containsExactly("1 before m1", "2 doubtful", "3 before m3");
        run(lines(3), file, this::accept);
        assertThat(runner.told()).containsExactly("1 before m1", "2 doubtful", "3 before m3");

        runner.resendDoubtful = true;
        run(lines(3), file, this::accept);
        assertThat(runner.told()).containsExactly("1 before m1", "2 accepted m2", "3 before m3");
        assertThat(taken).containsExactlyInAnyOrder("1", "3", "2");
    }

    @Test
    void itHoldsNoTextAndNoUser() {
        LossyFile file = new LossyFile();
        run("{\"to\":\"7777\",\"text\":\"a secret\"}\n", file, request -> Reply.json(202, "{\"message_uuid\":\"m\"}"));
        assertThat(file.text()).startsWith("{\"v\":1,\"kind\":\"batch\",\"from\":\"107\"}\n{\"run\":\"process 1\"}\n");
        assertThat(file.text()).doesNotContain("secret").doesNotContain("7777");
        assertThat(file.text().lines().skip(2))
                .allMatch(line -> line.matches("\\{\"line\":1,\"sha256\":\"[0-9a-f]{64}\",\"state\":\"("
                        + "leaving\"|accepted\",\"message_uuid\":\"m\")}"))
                .hasSize(2);
    }

    /** The digest is that of the bytes, as sha256sum has it. */
    @Test
    void theDigestIsOfTheLinesBytes() {
        assertThat(new Line(1, "abc".getBytes(StandardCharsets.UTF_8)).digest())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void aRequestLeavesOnlyWhenItIsOnTheDiskThatItDoes() {
        LossyFile file = new LossyFile();
        run(lines(200), file, request -> {
            String line = "{\"line\":" + text(request) + ",";
            assertThat(file.synced()).contains(line);
            return accept(request);
        });
        assertThat(runner.told()).hasSize(200).allMatch(told -> told.contains("accepted"));
    }

    @Test
    void aLineThatWasSentAndHasChangedEndsTheRun() {
        LossyFile file = new LossyFile();
        run(lines(3), file, but("3", Reply.of(422)));
        taken.clear();
        Batch.End end = run(lines(3).replace("\"2\"}", "\"two\"}") + lines(9), file, this::accept);
        assertThat(end.failure().orElseThrow())
                .hasMessage("line 2 of the input is not the one that the journal j has as sent;"
                        + " give the same input again, or name another journal for another one");
        assertThat(end.wholeInput()).isFalse();
        assertThat(taken).isEmpty();
    }

    @Test
    void aLineThatSurelyWasNotSentMayBeMended() {
        LossyFile file = new LossyFile();
        run(lines(2), file, but("2", Reply.of(422)));
        run(lines(1) + "{\"to\":\"2\",\"text\":\"better\"}", file, this::accept);
        assertThat(runner.told()).containsExactly("1 before m1", "2 accepted mbetter");
    }

    @Test
    void anotherPagesBatchIsRefused() {
        LossyFile file = new LossyFile();
        run(lines(1), file, this::accept);
        runner.page = "108";
        assertThatThrownBy(() -> run(lines(1), file, this::accept))
                .isInstanceOf(Failure.class)
                .hasMessage("the journal j is of another run: its from is \"107\", here it is \"108\";"
                        + " name another file, or run it as before");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"to\":\"2\",\"text\":\"1\"}\n", "hello\n", "hello", "[]\n", "\n", "{\"vx"})
    void anotherKindOfFileIsRefusedAndLeftAsItIs(String text) {
        LossyFile file = LossyFile.with(text.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> run(lines(1), file, this::accept))
                .hasMessage("the journal j is not a file of this kind; name another one; it was left as it is");
        assertThat(file.text()).isEqualTo(text);
        assertThat(taken).isEmpty();
    }

    @Test
    void aDamagedLineIsNamed() {
        LossyFile file = new LossyFile();
        run(lines(2), file, this::accept);
        String damaged = file.text().replaceFirst("\"state\":\"leaving\"", "\"state\":\"le");
        assertThatThrownBy(() -> run(lines(2), LossyFile.with(damaged.getBytes(StandardCharsets.UTF_8)), this::accept))
                .hasMessage("the journal j is damaged in line 3; look what of it was sent, and go on with the rest in"
                        + " another file");
    }

    /** Cut off at each of its bytes: whatever was on the disk as leaving is not sent again. */
    @Test
    void aTruncatedJournalIsReadUpToItsLastWholeLine() {
        runner.concurrency = 1;
        LossyFile file = new LossyFile();
        run(lines(3), file, this::accept);
        byte[] whole = file.text().getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length <= whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            String text = new String(cut, StandardCharsets.UTF_8);
            String wholeLines = text.substring(0, text.lastIndexOf('\n') + 1);
            taken.clear();
            run(lines(3), LossyFile.with(cut), this::accept);
            for (int line = 1; line <= 3; line++) {
                boolean left = wholeLines.contains("{\"line\":" + line + ",");
                assertThat(taken.contains(String.valueOf(line)))
                        .as("cut at %d", length)
                        .isEqualTo(!left);
            }
        }
    }

    @Test
    void onAFullDiskNothingMoreLeaves() {
        for (int room = 0; room < 1500; room += 37) {
            taken.clear();
            LossyFile file = new LossyFile().room(room);
            List<String> told = new ArrayList<>();
            String message;
            try {
                message = run(lines(50), file, this::accept)
                        .failure()
                        .orElseThrow()
                        .getMessage();
                told.addAll(runner.told());
            } catch (Failure e) {
                message = e.getMessage(); // while opening, or closing
            }
            assertThat(message)
                    .isEqualTo("the journal j could not be written: No space left on device;"
                            + " make room on the disk, then run it again: what is not known to be sent is told");
            int before = taken.size();
            run(lines(50), LossyFile.with(file.text().getBytes(StandardCharsets.UTF_8)), this::accept);
            assertThat(new TreeSet<>(taken)).as("none twice").hasSize(taken.size());
            assertThat(before).isLessThan(50);
        }
    }

    /**
     * The power fails at any moment: what the file then has is what was synced and a piece of the rest. After a second run
     * every line was taken exactly once, or is told as doubtful.
     */
    @Test
    void whenThePowerFailsNothingIsDoubledAndNothingLost() {
        int doubtful = 0;
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            int dies = random.nextInt(60);
            AtomicInteger requests = new AtomicInteger();
            AtomicBoolean dead = new AtomicBoolean();
            LossyFile file = new LossyFile();
            List<byte[]> left = new ArrayList<>();
            taken.clear();
            run(lines(60), file, request -> {
                synchronized (dead) {
                    if (!dead.get() && requests.getAndIncrement() == dies) {
                        boolean reached = random.nextBoolean();
                        if (reached) {
                            accept(request);
                        }
                        left.add(file.afterCrash(random));
                        dead.set(true);
                    }
                    if (dead.get()) {
                        throw new Unanswered("the power has failed", null);
                    }
                    return accept(request);
                }
            });
            run(lines(60), LossyFile.with(left.get(0)), this::accept);
            assertThat(new TreeSet<>(taken)).as("doubled, seed %d", seed).hasSize(taken.size());
            for (LineResult result : runner.results) {
                boolean known = !Runner.words(result).equals("doubtful");
                doubtful += known ? 0 : 1;
                assertThat(!known || taken.contains(String.valueOf(result.line())))
                        .as("lost, seed %d line %d", seed, result.line())
                        .isTrue();
            }
            assertThat(runner.results).hasSize(60);
        }
        assertThat(doubtful).isPositive(); // else the power never failed where it matters
    }
}
