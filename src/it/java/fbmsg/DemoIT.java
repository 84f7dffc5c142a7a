package fbmsg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first thing that anybody runs. */
class DemoIT {
    @TempDir
    Path home;

    @Test
    void needsNothingAndLeavesNothing() {
        Launched demo = Shell.sh(home).with("TMPDIR", home.toString()).run("env -i PATH=\"$PATH\" fbmsg demo");

        assertThat(demo.exit()).as(demo.toString()).isZero();
        assertThat(demo.err()).isEmpty();
        assertThat(demo.text()).endsWith("User 1111111111111111 reads, from Page 0000000000000000: Thanks!\n");
        assertThat(home).isEmptyDirectory();
    }
}
