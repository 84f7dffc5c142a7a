package fbmsg;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A program told to end ends, with the exit code that shells give to the signal. */
class SignalsIT {
    @TempDir
    Path home;

    /** It waits for its standard input, a fifo that nobody writes to. */
    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void aCommandThatWaitsEndsOnASignal(String signal, int exit) throws Exception {
        Shell shell = Shell.sh(home);
        Process waiting = shell.start("mkfifo pipe && exec 3<>pipe && exec fbmsg jwt decode <&3");
        try {
            while (waiting.isAlive() && !waiting.info().command().orElse("").endsWith("/java")) {
                Thread.onSpinWait();
            }
            assertThat(shell.run("kill -" + signal + " " + waiting.pid()).exit())
                    .isZero();
            assertThat(waiting.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(waiting.exitValue()).isEqualTo(exit);
            assertThat(waiting.getInputStream().readAllBytes()).isEmpty();
            assertThat(waiting.getErrorStream().readAllBytes()).isEmpty();
        } finally {
            waiting.destroyForcibly();
        }
    }

    /** The launcher does not stay: the process that was started is Java itself, and the signal reaches it. */
    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void aListenerEndsOnASignal(String signal, int exit) throws Exception {
        Shell shell = Shell.sh(home);
        Process listener = shell.start("exec fbmsg listen --port 0");
        try (BufferedReader err = listener.errorReader(UTF_8);
                BufferedReader out = listener.inputReader(UTF_8)) {
            String line = err.readLine();
            while (line != null && !line.contains("listening on")) {
                line = err.readLine();
            }
            assertThat(line).as("the line that says it is ready").isNotNull();
            assertThat(shell.run("kill -" + signal + " " + listener.pid()).exit())
                    .isZero();
            assertThat(listener.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(listener.exitValue()).isEqualTo(exit);
            assertThat(out.readLine()).as("standard output").isNull();
        } finally {
            listener.destroyForcibly();
        }
    }
}
