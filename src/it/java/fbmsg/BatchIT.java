package fbmsg;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Batches by the packaged program, in a real shell. */
class BatchIT {
    @TempDir
    static Path home;

    private static EmulatorProcess vonage;
    private static Shell shell;
    private Path folder;

    @BeforeAll
    static void emulate() throws IOException {
        shell = Shell.sh(home);
        vonage = new EmulatorProcess(shell, "--env-file env --time-scale 0");
    }

    @AfterAll
    static void end() throws InterruptedException {
        vonage.end();
    }

    @BeforeEach
    void folderOfItsOwn() throws IOException {
        folder = Files.createTempDirectory(home, "batch");
    }

    private Launched run(String script) {
        return shell.run(in(script));
    }

    private String in(String script) {
        return ". ./env; cd " + folder + "; " + script;
    }

    private void input(int lines) throws IOException {
        Files.writeString(
                folder.resolve("in"),
                IntStream.rangeClosed(1, lines)
                        .mapToObj(i -> "{\"to\":\"2345\",\"text\":\"é😀 " + i + "\"}\n")
                        .collect(Collectors.joining()));
    }

    @Test
    void aStrangersLocaleChangesNoByte() throws IOException {
        input(3);
        Launched run = run(
                "LC_ALL=C fbmsg send --batch in --concurrency 1; echo $?; LC_ALL=C fbmsg send --batch in --dry-run | tail -n 1");
        assertThat(run.text().lines().skip(3))
                .containsExactly(
                        "0",
                        "{\"channel\":\"messenger\",\"message_type\":\"text\",\"from\":\"107000000000001\",\"to\":\"2345\","
                                + "\"text\":\"é😀 3\"}");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void aReaderThatGoesEndsItQuietlyWhereAJournalHasTheRest() throws IOException {
        input(3000);
        Launched run = run("{ fbmsg send --batch in --journal j; echo $? >&2; } | head -n 1");
        assertThat(run.text()).startsWith("{\"v\":1,\"line\":1,\"ok\":true,").hasLineCount(1);
        assertThat(run.err()).isEqualTo("141\n");
        assertThat(run("fbmsg send --batch in --journal j | wc -l; ! grep -q not_taken j")
                        .text()
                        .strip())
                .isEqualTo("3000");
    }

    @Test
    void aClosedStandardOutputIsAnErrorAndNoIdIsLost() throws IOException {
        input(1);
        Launched run = run("fbmsg send --batch in >&-");
        assertThat(run.exit()).isEqualTo(74);
        assertThat(run.err())
                .matches("fbmsg: line 1 was sent, as message [0-9a-f-]{36}; do not send it again\n"
                        + "fbmsg: standard output could not be written: .*\n");
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void aSignalEndsItAndARerunSendsTheRest(String signal, int exit) throws Exception {
        input(60);
        Process batch = shell.start(in("exec fbmsg send --batch in --journal j --rate 20/s"));
        try (BufferedReader out = batch.inputReader(UTF_8)) {
            assertThat(out.readLine()).contains("\"line\":1,\"ok\":true");
            assertThat(shell.run("kill -" + signal + " " + batch.pid()).exit()).isZero();
            assertThat(batch.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(batch.exitValue()).isEqualTo(exit);
        } finally {
            batch.destroyForcibly();
        }
        Launched again = run("fbmsg send --batch in --journal j");
        assertThat(again.exit()).as(again.toString()).isZero();
        assertThat(again.text()).hasLineCount(60).doesNotContain("\"ok\":false");
        assertThat(Files.readString(folder.resolve("j")).lines().filter(line -> line.contains("accepted")))
                .hasSize(60);
    }

    @Test
    void twoAtOnceDoNotShareAJournal() throws Exception {
        input(40);
        Process first = shell.start(in("exec fbmsg send --batch in --journal j --rate 20/s"));
        try (BufferedReader out = first.inputReader(UTF_8)) {
            out.readLine();
            Launched second = run("fbmsg send --batch in --journal j");
            assertThat(second.exit()).isEqualTo(74);
            assertThat(second.out()).isEmpty();
            assertThat(second.err())
                    .matches("fbmsg: another fbmsg \\(process " + first.pid()
                            + ", since 20.*Z\\) is using the journal j; wait for it to end, or name another file\n");
        } finally {
            first.destroyForcibly();
        }
    }

    /** Not one connection is tried, whatever the address. */
    @Test
    void aDryRunOpensNoSocket() throws IOException {
        Shell.assumeInstalled("strace");
        input(2);
        Launched run = run("export FBMSG_API_URL=https://api.nexmo.com; for what in '--batch in' '--to 2 --text Hi'; do"
                + " strace -f -qq -e trace=connect -o trace fbmsg send --dry-run $what; echo $?; grep AF_INET trace; done;"
                + " true");
        assertThat(run.text().lines().filter(line -> !line.contains(": ") && !line.startsWith("{")))
                .containsExactly(
                        "POST https://api.nexmo.com/v1/messages",
                        "",
                        "",
                        "POST https://api.nexmo.com/v1/messages",
                        "",
                        "0",
                        "POST https://api.nexmo.com/v1/messages",
                        "",
                        "0");
        assertThat(run.err()).isEmpty();
    }
}
