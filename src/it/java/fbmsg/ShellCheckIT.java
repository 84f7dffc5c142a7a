package fbmsg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** shellcheck finds nothing in our own shell scripts. */
class ShellCheckIT {
    @TempDir
    Path home;

    @ParameterizedTest
    @ValueSource(strings = {"src/main/sh/fbmsg", ".ci/run", "bench/run"})
    void findsNothing(String script) {
        Shell.assumeInstalled("shellcheck");
        Launched launched = Shell.sh(home)
                .with("SCRIPT", Shell.PROJECT.resolve(script).toString())
                .run("shellcheck \"$SCRIPT\"");
        assertThat(launched.exit()).as(launched.toString()).isZero();
    }
}
