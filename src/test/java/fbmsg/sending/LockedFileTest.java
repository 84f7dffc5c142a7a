package fbmsg.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LockedFileTest {
    private static final int PROCESSES = 3;
    private static final int EACH = 200;

    @TempDir
    private Path folder;

    @Test
    void oneAtATimeHasIt() throws IOException {
        Path path = folder.resolve("f");
        try (LockedFile file = LockedFile.open(path).orElseThrow()) {
            assertThat(LockedFile.open(path)).isEmpty();
            assertThat(file.hasItsName()).isTrue();
        }
        LockedFile.open(path).orElseThrow().close();
    }

    @Test
    void oneThatIsMovedHasNoNameAnyMore() throws IOException {
        Path path = folder.resolve("f");
        try (LockedFile file = LockedFile.open(path).orElseThrow()) {
            Files.move(path, folder.resolve("g"));
            assertThat(file.hasItsName()).isFalse();
            Files.writeString(path, "");
            assertThat(file.hasItsName()).isFalse();
        }
    }

    /**
     * Whoever has opened a file just before it was replaced, and then locks it, has one that nobody else sees, and so loses
     * its lines. Processes, since within one JVM its own list of locks is all that counts.
     */
    @Test
    void whoHadOpenedWhatWasReplacedTakesTheNewOne() throws Exception {
        Path path = folder.resolve("f");
        List<Process> all = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            all.add(adder(path, i + "-"));
        }
        for (Process one : all) {
            assertThat(one.waitFor(100, TimeUnit.SECONDS)).isTrue();
            assertThat(one.exitValue()).isZero();
        }
        assertThat(Files.readAllLines(path)).hasSize(PROCESSES * EACH);
    }

    private static Process adder(Path path, String kept) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LineAdder.class.getName(),
                        path.toString(),
                        String.valueOf(EACH),
                        kept)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
