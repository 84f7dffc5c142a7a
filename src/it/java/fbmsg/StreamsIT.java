package fbmsg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Closed pipes, closed descriptors and full disks: each has its exit code, and none passes for success. */
class StreamsIT {
    private static final String BROKEN = "fbmsg: standard output could not be written: ";

    @TempDir
    Path home;

    /** The fifo's only reader is closed before the program starts, so that no run depends on who is faster. */
    @ParameterizedTest
    @ValueSource(strings = {"jwt", "--version", "--help", "completion bash", "config path"})
    void aClosedPipeEndsItQuietly(String command) {
        Launched launched = Shell.sh(home).withApplication().run("""
                mkfifo pipe && exec 3<>pipe 4>pipe 3<&- || exit 99
                fbmsg %s >&4
                """.formatted(command));
        assertThat(launched.exit()).as(launched.toString()).isEqualTo(141);
        assertThat(launched.err()).isEmpty();
    }

    @Test
    void aClosedOutputIsNoSuccess() {
        Launched launched = Shell.sh(home).withApplication().run("fbmsg jwt >&-");
        assertThat(launched.exit()).as(launched.toString()).isEqualTo(74);
        assertThat(launched.err()).isEqualTo(BROKEN + "Bad file descriptor; check where it goes to\n");
    }

    @Test
    void aFullDiskIsNoSuccess() {
        assumeTrue(Files.exists(Path.of("/dev/full")), "this system has no /dev/full");
        Launched launched = Shell.sh(home).withApplication().run("fbmsg jwt >/dev/full");
        assertThat(launched.exit()).as(launched.toString()).isEqualTo(74);
        assertThat(launched.err()).isEqualTo(BROKEN + "No space left on device; check where it goes to\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<&-", "2>&-", "<&- 2>&-"})
    void aClosedInputOrErrorStreamDoesNoHarm(String closed) {
        Launched launched = Shell.sh(home).withApplication().run("fbmsg jwt " + closed);
        assertThat(launched.exit()).as(launched.toString()).isZero();
        assertThat(launched.text()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+\n");
        assertThat(launched.err()).isEmpty();
    }

    /** A closed standard input got the number of the next file that Java opened, and that file was read as records. */
    @Test
    void aClosedInputIsEmpty() {
        Launched launched = Shell.sh(home).withApplication().run("fbmsg reply --text x <&-");
        assertThat(launched.exit()).as(launched.toString()).isEqualTo(65);
        assertThat(launched.err())
                .startsWith("fbmsg: standard input is empty; ")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {">&- 2>&-", "<&- >&- 2>&-", ">/dev/full 2>/dev/full"})
    void whereNothingCanBeSaidTheExitCodeSaysIt(String closed) {
        Launched launched = Shell.sh(home).withApplication().run("fbmsg jwt " + closed);
        assertThat(launched.exit()).as(launched.toString()).isEqualTo(74);
    }

    /** With standard error closed, the next file that is opened must not get its number, and messages with it. */
    @Test
    void messagesNeverLandInAFile() throws Exception {
        Launched launched =
                Shell.sh(home).run("fbmsg -v config set page_id 107000000000001 2>&-; fbmsg config get page_id");
        assertThat(launched.text()).as(launched.toString()).isEqualTo("107000000000001\n");
        assertThat(Files.readString(home.resolve(".config/fbmsg/config.json"))).doesNotContain("fbmsg:");
    }

    @Test
    void anErrorLeavesOutputEmpty() {
        Launched launched = Shell.sh(home).run("fbmsg jwt");
        assertThat(launched.exit()).as(launched.toString()).isEqualTo(78);
        assertThat(launched.out()).isEmpty();
        assertThat(launched.err()).startsWith("fbmsg: ").endsWith("\n").containsOnlyOnce("\n");
    }
}
