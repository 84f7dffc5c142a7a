package fbmsg.sending;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.http.NotSent;
import fbmsg.http.ProxyTrouble;
import fbmsg.http.Reply;
import fbmsg.http.Unanswered;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchTest {
    private final Runner runner = new Runner();
    private final AtomicInteger requests = new AtomicInteger();

    private static String lines(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> "{\"to\":\"2\",\"text\":\"" + i + "\"}\n")
                .collect(Collectors.joining());
    }

    private Reply accept() {
        return Reply.json(202, "{\"message_uuid\":\"m" + requests.incrementAndGet() + "\"}");
    }

    private Batch.End run(String input, fbmsg.http.Exchange farSide) {
        return runner.run(input, Optional.empty(), farSide);
    }

    @Test
    void resultsComeInTheOrderOfTheLinesHoweverLongEachTakes() {
        Random random = new Random(1);
        run(lines(500), request -> {
            int spins = random.nextInt(2000);
            for (int i = 0; i < spins; i++) {
                Thread.onSpinWait();
            }
            return accept();
        });
        assertThat(runner.results)
                .extracting(LineResult::line)
                .isEqualTo(IntStream.rangeClosed(1, 500).asLongStream().boxed().toList());
        assertThat(requests).hasValue(500);
    }

    @Test
    void asManyAreOnTheirWayAtOnceAsAskedFor() {
        CountDownLatch together = new CountDownLatch(5);
        runner.concurrency = 5;
        run(lines(5), request -> {
            together.countDown();
            try {
                together.await();
            } catch (InterruptedException e) {
                throw new Unanswered("interrupted", e);
            }
            return accept();
        });
        assertThat(requests).hasValue(5);
    }

    @Test
    void blankLinesAreSkippedAndMalformedOnesCostOnlyThemselves() {
        Batch.End end = run(
                "\uFEFF{\"to\":\"2\",\"text\":\"a\"}\r\n\n \t\nnonsense\n{\"to\":\"2\",\"text\":\"b\"}", r -> accept());
        assertThat(runner.told().stream().map(told -> told.replaceAll("m[0-9]", "m")))
                .containsExactly("1 accepted m", "4 malformed", "5 accepted m");
        assertThat(end.wholeInput()).isTrue();
    }

    @Test
    void aLineFarTooLongIsMalformedAndTheRestGoesOn() {
        run("x".repeat(3 << 20) + "\n{\"to\":\"2\",\"text\":\"b\"}\n", r -> accept());
        assertThat(runner.told()).containsExactly("1 malformed", "2 accepted m1");
    }

    /** How many lines were read by then is a matter of luck. */
    private void assertTheRestIsUnsent() {
        assertThat(runner.told().subList(1, runner.told().size())).allMatch(told -> told.endsWith(" unsent"));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 402, 403, 407})
    void whereNothingElseWouldBeTakenTheRestIsLeftUnsent(int status) {
        runner.concurrency = 1;
        Batch.End end = run(lines(1000), r -> {
            requests.incrementAndGet();
            return Reply.of(status);
        });
        assertThat(requests).hasValue(1);
        assertThat(runner.told().get(0)).isEqualTo("1 refused");
        assertTheRestIsUnsent();
        assertThat(end.wholeInput()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 422, 429, 500, 503})
    void otherAnswersCostOneLineUnlessAskedForOtherwise(int status) {
        runner.concurrency = 1;
        run(
                lines(3),
                r -> requests.incrementAndGet() == 1 || status == 429 && requests.get() < 4
                        ? Reply.of(status)
                        : accept());
        assertThat(runner.told().get(2)).startsWith("3 accepted");

        requests.set(0);
        runner.stopOnError = true;
        run(
                lines(3),
                r -> requests.incrementAndGet() == 1 || status == 429 && requests.get() < 4
                        ? Reply.of(status)
                        : accept());
        assertThat(runner.told()).noneMatch(told -> told.contains("accepted"));
    }

    @Test
    void aMalformedLineEndsItWhereTheFirstErrorDoes() {
        runner.stopOnError = true;
        Batch.End end = run("nonsense\n" + lines(1000), r -> accept());
        assertThat(runner.told()).startsWith("1 malformed").noneMatch(told -> told.startsWith("900 accepted"));
        assertThat(end.wholeInput()).isFalse();
    }

    /** A server that restarts must not cost a line: it is waited for. */
    @Test
    void aFarSideThatCannotBeReachedIsWaitedFor() {
        runner.concurrency = 1;
        run(lines(3), r -> {
            if (requests.incrementAndGet() < 8) {
                throw new NotSent(false, "refused", null);
            }
            return accept();
        });
        assertThat(runner.told()).hasSize(3).allMatch(told -> told.contains("accepted"));
    }

    @Test
    void andGivenUpAfterTheTimeLimit() {
        runner.concurrency = 1;
        run(lines(100), r -> {
            throw new NotSent(false, "refused", null);
        });
        assertThat(runner.told().get(0)).isEqualTo("1 nottaken");
        assertTheRestIsUnsent();
        assertThat(Duration.ofNanos(runner.time.nanos())).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
    }

    @Test
    void aProxyThatCannotBeReachedIsWaitedForAndOneThatRefusesIsNot() {
        runner.concurrency = 1;
        run(lines(3), r -> {
            throw new ProxyTrouble(requests.incrementAndGet() == 8, "the proxy", "check it", null);
        });
        assertThat(requests).hasValue(8);
        assertThat(runner.told()).startsWith("1 barred", "2 unsent");
    }

    @Test
    void whatBreaksOnItsWayIsNotRepeated() {
        run(lines(1), r -> {
            requests.incrementAndGet();
            throw new Unanswered("reset", null);
        });
        assertThat(runner.told()).containsExactly("1 unknown");
        assertThat(requests).hasValue(1);
    }

    @Test
    void oneThatIsToldToWaitHoldsAllBackAndIsSentAfterwards() {
        runner.concurrency = 1;
        run(
                lines(2),
                r -> requests.get() == 0
                                && runner.time.nanos() < Duration.ofSeconds(60).toNanos()
                        ? Reply.of(429).header("Retry-After", "60")
                        : accept());
        assertThat(runner.told()).containsExactly("1 accepted m1", "2 accepted m2");
        assertThat(Duration.ofNanos(runner.time.nanos())).isEqualTo(Duration.ofMillis(60_500));
    }

    @Test
    void whoIsToldToWaitForAnHourStops() {
        runner.concurrency = 1;
        Batch.End end = run(lines(100), r -> Reply.of(429).header("Retry-After", "3600"));
        assertThat(runner.told().get(0)).isEqualTo("1 busy");
        assertTheRestIsUnsent();
        assertThat(end.wholeInput()).isFalse();
    }

    @Test
    void aRateSpacesRequestsEvenly() {
        runner.concurrency = 1;
        runner.interval = Duration.ofMillis(250);
        run(lines(9), r -> accept());
        assertThat(Duration.ofNanos(runner.time.nanos())).isEqualTo(Duration.ofSeconds(2));
    }

    /** The reader waits for input for ever; whoever stops the batch does not. */
    @Test
    void aBatchThatIsStoppedDoesNotWaitForInput() {
        runner.concurrency = 1;
        InputStream endless = new InputStream() {
            private final byte[] line = lines(1).getBytes();
            private int next;

            @Override
            public int read() throws IOException {
                throw new IOException("read in pieces");
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                if (next++ == 0) {
                    System.arraycopy(line, 0, into, offset, line.length);
                    return line.length;
                }
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                return -1;
            }
        };
        Batch.End end = runner.run(new Lines(endless), Optional.empty(), r -> Reply.of(401));
        assertThat(runner.told()).containsExactly("1 refused");
        assertThat(end.wholeInput()).isFalse();
    }
}
