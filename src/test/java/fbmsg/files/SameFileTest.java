package fbmsg.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SameFileTest {
    @TempDir
    private Path folder;

    private void assertSame(String one, String other, boolean same) {
        assertThat(SameFile.are(folder.resolve(one), folder.resolve(other))).isEqualTo(same);
        assertThat(SameFile.are(folder.resolve(other), folder.resolve(one))).isEqualTo(same);
    }

    @Test
    void linksAndOtherSpellingsAreSeenThroughWhetherTheFileIsThereOrNot() throws IOException {
        Files.createDirectory(folder.resolve("real"));
        Files.createSymbolicLink(folder.resolve("linked"), Path.of("real"));
        Files.createSymbolicLink(folder.resolve("link"), Path.of("linked/f"));
        for (int i = 0; i < 2; i++) {
            assertSame("real/f", "real/f", true);
            assertSame("real/f", "real/../linked/./f", true);
            assertSame("real/f", "link", true);
            assertSame("real/f", "real/g", false);
            assertSame("link", "real/g", false);
            Files.writeString(folder.resolve("real/f"), "");
        }
        Files.createLink(folder.resolve("hard"), folder.resolve("real/f"));
        assertSame("link", "hard", true);
    }

    @Test
    void whereThereIsNoFolderTheSpellingTells() throws IOException {
        Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
        assertSame("no/f", "no/./f", true);
        assertSame("no/f", "no/g", false);
        assertSame("loop", "no/f", false);
    }
}
