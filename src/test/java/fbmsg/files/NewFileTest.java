package fbmsg.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewFileTest {
    @TempDir
    private Path folder;

    @Test
    void itIsBesideItsPlaceUntilItIsMovedThere() throws IOException {
        Files.writeString(folder.resolve("f"), "old");
        try (NewFile file = NewFile.create(folder.resolve("f.new"))) {
            file.out().write("new".getBytes());
            assertThat(folder.resolve("f")).hasContent("old");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("f.new"))))
                    .isEqualTo("rw-------");

            file.moveTo(folder.resolve("f"));
        }
        assertThat(folder.resolve("f")).hasContent("new");
        assertThat(names()).containsExactly("f");
    }

    @Test
    void oneThatWasNotMovedGoes() throws IOException {
        try (NewFile file = NewFile.create(folder.resolve("f.new"))) {
            file.out().write(1);
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void oneThatCannotBeMovedGoesToo() throws IOException {
        NewFile file = NewFile.create(folder.resolve("f.new"));
        try (file) {
            assertThatThrownBy(() -> file.moveTo(folder.resolve("no/f"))).isInstanceOf(IOException.class);
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void whatSomebodyElseHasMadeIsTheirs() throws IOException {
        Files.writeString(folder.resolve("f.new"), "theirs");
        assertThatThrownBy(() -> NewFile.create(folder.resolve("f.new")))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(folder.resolve("f.new")).hasContent("theirs");
    }

    @Test
    void severalOfOneFolderHaveNamesOfTheirOwn() throws IOException {
        try (NewFile one = NewFile.createUnique(folder, ".a-", ".part");
                NewFile two = NewFile.createUnique(folder, ".a-", ".part")) {
            one.moveTo(folder.resolve("one"));
            two.moveTo(folder.resolve("two"));
        }
        assertThat(names()).containsExactlyInAnyOrder("one", "two");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
