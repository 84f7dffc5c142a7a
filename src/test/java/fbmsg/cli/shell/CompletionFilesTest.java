package fbmsg.cli.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.cli.Fbmsg;
import fbmsg.cli.Host;
import fbmsg.cli.Terminals;
import fbmsg.cli.TestTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The scripts in {@code completions/} are what the program prints. After a change of options, this writes them anew:
 * {@code mvn test -Dtest=CompletionFilesTest -Dfbmsg.update=true}.
 */
class CompletionFilesTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource({"bash, fbmsg.bash", "zsh, _fbmsg", "fish, fbmsg.fish", "powershell, fbmsg.ps1"})
    void areCurrent(String shell, String name) throws IOException {
        Path file = Path.of("completions", name);
        assertThat(run("completion", shell)).isZero();
        if (Boolean.getBoolean("fbmsg.update")) {
            Files.write(file, out.toByteArray());
        }
        assertThat(out.toString(UTF_8))
                .as("of an older program; write it anew with -Dfbmsg.update=true: " + file)
                .isEqualTo(Files.readString(file));
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void anUnknownShellIsRefusedAndTheKnownOnesNamed() {
        assertThat(run("completion", "tcsh")).isEqualTo(2);
        assertThat(out.size()).isZero();
        assertThat(err.toString(UTF_8))
                .isEqualTo("fbmsg: there is no script for the shell 'tcsh'; there are scripts for bash, zsh, fish and"
                        + " powershell\n");
    }

    @Test
    void aShellHasToBeNamed() {
        assertThat(run("completion")).isEqualTo(2);
        assertThat(out.size()).isZero();
        assertThat(err.toString(UTF_8))
                .isEqualTo("fbmsg: missing required parameter: 'SHELL'; see: fbmsg completion --help\n");
    }

    private int run(String... args) {
        Host host = new Host(
                InputStream.nullInputStream(),
                out,
                err,
                Map.of(),
                Path.of("/home/user"),
                Path.of("/work"),
                Clock.systemUTC(),
                () -> "id",
                new Terminals(false, false, false, false),
                (destination, timeout, offline) -> {
                    throw new AssertionError("no connection is needed");
                },
                new TestTime(),
                task -> {},
                action -> () -> {},
                url -> false);
        return Fbmsg.run(host, args);
    }
}
