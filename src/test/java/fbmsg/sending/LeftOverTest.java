package fbmsg.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftOverTest {
    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("failed");
    }

    private void add(String line) {
        try (LeftOver leftOver = LeftOver.open(file(), "the file failed")) {
            leftOver.add(line);
        }
    }

    @Test
    void eachIsALineAfterThoseThatAreThere() throws IOException {
        add("a");
        add("b");
        assertThat(Files.readString(file())).isEqualTo("a\nb\n");
    }

    @Test
    void aHalfLineOfAnEarlierRunStaysAndTheNextBeginsOnALineOfItsOwn() throws IOException {
        Files.writeString(file(), "a\n{\"hal");
        add("b");
        assertThat(Files.readString(file())).isEqualTo("a\n{\"hal\nb\n");
    }

    @Test
    void soDoesTheNextAfterAnAddThatWasCutShort() throws IOException {
        try (LeftOver leftOver = LeftOver.open(file(), "the file failed")) {
            leftOver.add("a");
            Files.writeString(file(), "{\"hal", StandardOpenOption.APPEND);
            leftOver.add("b");
            leftOver.add("c");
        }
        assertThat(Files.readString(file())).isEqualTo("a\n{\"hal\nb\nc\n");
    }

    @Test
    void whatIsOpenedAndNotUsedIsLeftAsItIs() throws IOException {
        Files.writeString(file(), "half");
        LeftOver.open(file(), "the file failed").close();
        assertThat(Files.readString(file())).isEqualTo("half");
    }
}
