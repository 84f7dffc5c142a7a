package fbmsg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Help and version: on the right stream, with the right exit code, and coloured only for those who want it. */
class HelpOutputIT {
    private static final String ESCAPE = "\u001b[";

    @TempDir
    Path home;

    @Test
    void aloneItIsACommandLineThatIsWrong() {
        Launched launched = Shell.sh(home).run("fbmsg");
        assertThat(launched.exit()).as(launched.toString()).isEqualTo(2);
        assertThat(launched.out()).isEmpty();
        assertThat(launched.err()).startsWith("Usage: fbmsg COMMAND\n").doesNotContain(ESCAPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help", "jwt --help", "--help jwt", "help jwt decode"})
    void helpThatWasAskedForIsAResult(String arguments) {
        Launched launched = Shell.sh(home).run("fbmsg " + arguments);
        assertThat(launched.exit()).as(launched.toString()).isZero();
        assertThat(launched.text()).startsWith("Usage: fbmsg ").endsWith("\n").doesNotContain(ESCAPE, "\r");
        assertThat(launched.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V", "jwt --version", "config set -V"})
    void theVersionIsOneLine(String arguments) {
        Launched launched = Shell.sh(home).run("fbmsg " + arguments);
        assertThat(launched.exit()).as(launched.toString()).isZero();
        assertThat(launched.text()).isEqualTo("fbmsg 0.1.0\n");
        assertThat(launched.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "true,  fbmsg --color always --help",
        "true,  fbmsg --help --color=always",
        "true,  NO_COLOR=1 fbmsg --color always --help",
        "true,  TERM=dumb fbmsg --color always --help",
        "true,  CLICOLOR_FORCE=1 fbmsg --help",
        "false, CLICOLOR_FORCE=0 fbmsg --help",
        "false, CLICOLOR_FORCE= fbmsg --help",
        "false, CLICOLOR_FORCE=1 fbmsg --color never --help",
        "false, NO_COLOR=1 fbmsg --help",
        "false, TERM=xterm-256color COLORTERM=truecolor fbmsg --help"
    })
    void withoutATerminalColoursAreOnlyForThoseWhoForceThem(boolean coloured, String script) {
        Launched launched = Shell.sh(home).run(script);
        assertThat(launched.exit()).as(launched.toString()).isZero();
        assertThat(launched.text().contains(ESCAPE)).as(launched.toString()).isEqualTo(coloured);
    }

    /** {@code script} gives the program a terminal. */
    @ParameterizedTest
    @CsvSource({
        "true,  fbmsg --help",
        "false, fbmsg --help | cat",
        "false, NO_COLOR=1 fbmsg --help",
        "false, TERM=dumb fbmsg --help",
        "false, fbmsg --color never --help",
        "true,  fbmsg",
        "false, fbmsg 2>&1 | cat"
    })
    void onATerminalHelpIsColouredUnlessThatIsUnwanted(boolean coloured, String inner) {
        Shell.assumeInstalled("script");
        Launched launched = Shell.sh(home)
                .with("TERM", "xterm")
                .with("INNER", inner)
                .run("script -qec \"$INNER\" /dev/null </dev/null");
        assertThat(launched.text()).as(launched.toString()).contains("Usage: ");
        assertThat(launched.text().contains(ESCAPE)).as(launched.toString()).isEqualTo(coloured);
    }

    @Test
    void aTokenIsTheSameOnATerminal() {
        Shell.assumeInstalled("script");
        Launched launched = Shell.sh(home)
                .withApplication()
                .with("TERM", "xterm")
                .run("script -qec 'fbmsg --color always jwt' /dev/null </dev/null");
        assertThat(launched.text()).as(launched.toString()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+\r\n");
    }
}
