package fbmsg.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fbmsg.Failure;
import fbmsg.OwnThread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AtomicFileTest {
    @TempDir
    private Path folder;

    @Test
    void aNewFileIsReadableByItsOwnerOnlyAndSoIsItsFolder() throws IOException {
        Path file = folder.resolve("a/b/config.json");

        AtomicFile.write(file, "é\n", true);

        assertThat(file).hasContent("é\n");
        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(mode(file.getParent())).isEqualTo("rwx------");
        assertThat(mode(folder.resolve("a"))).isEqualTo("rwx------");
    }

    @Test
    void anOldFileIsReplacedAndItsOpenReadersKeepTheOldOne() throws IOException {
        Path file = old("rw-r--r--");

        try (var reader = Files.newBufferedReader(file)) {
            AtomicFile.write(file, "new", false);
            assertThat(reader.readLine()).isEqualTo("old");
        }
        assertThat(file).hasContent("new");
        assertThat(mode(file)).isEqualTo("rw-------");
        assertOnly("config.json");
    }

    @Test
    void aLinkStaysAndTheFileBehindItIsWritten() throws IOException {
        Path real = Files.createDirectory(folder.resolve("dotfiles")).resolve("real.json");
        Files.writeString(real, "old");
        Path link = Files.createSymbolicLink(folder.resolve("config.json"), real);

        AtomicFile.write(link, "new", false);

        assertThat(link).isSymbolicLink();
        assertThat(real).hasContent("new");
        assertOnly("config.json", "dotfiles");
    }

    @Test
    void aLinkToAFileThatIsNotThereYetStaysAndTheFileIsMade() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("config.json"), Path.of("second"));
        Path second = Files.createSymbolicLink(folder.resolve("second"), Path.of("real/none"));

        assertTold("there is no such folder", link, false);
        AtomicFile.locked(link, () -> {
            assertThat(lock(folder.resolve("real/none"))).exists();
            AtomicFile.write(link, "new", true);
            return null;
        });

        assertThat(link).isSymbolicLink();
        assertThat(second).isSymbolicLink();
        assertThat(folder.resolve("real/none")).hasContent("new");
        assertOnly("config.json", "second", "real");
    }

    @Test
    void aLinkThatLeadsBackToItselfIsSaid() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("config.json"), Path.of("second"));
        Files.createSymbolicLink(folder.resolve("second"), Path.of("config.json"));

        assertThat(catchThrowableOfType(Failure.class, () -> AtomicFile.write(link, "x", true)))
                .hasMessage("the file " + link + " could not be written: it is a link that leads back to itself;"
                        + " remove the link, or name another file")
                .extracting(Failure::kind)
                .isEqualTo(Failure.Kind.NOT_WRITTEN);
        assertThat(link).isSymbolicLink();
    }

    @Test
    void aWriteThatFailsLeavesWhatWasThereAndNothingBeside() throws IOException {
        Path inTheWay = Files.createDirectory(folder.resolve("config.json"));
        Files.writeString(inTheWay.resolve("kept"), "old");

        Failure failure = catchThrowableOfType(Failure.class, () -> AtomicFile.write(inTheWay, "new", true));

        assertThat(failure.kind()).isEqualTo(Failure.Kind.NOT_WRITTEN);
        assertThat(failure.getMessage())
                .startsWith("the file " + inTheWay + " could not be written: ")
                .endsWith("; check its folder and the disk");
        assertThat(inTheWay.resolve("kept")).hasContent("old");
        assertOnly("config.json");
    }

    @Test
    void aFolderThatIsMissingOrAFileIsSaid() throws IOException {
        Path file = old("rw-------");

        assertTold("there is no such folder", folder.resolve("no/config.json"), false);
        assertTold("a file is in the folder's place", file.resolve("x.json"), true);
        assertThat(file).hasContent("old");
        assertOnly("config.json");
    }

    @Test
    void aLinkInAFoldersPlaceIsNotCalledAFile() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("none"));
        assertTold("a link that leads to no folder is in the folder's place", link.resolve("x.json"), true);
    }

    private static void assertTold(String why, Path path, boolean makeFolder) {
        assertThat(catchThrowableOfType(Failure.class, () -> AtomicFile.write(path, "x", makeFolder)))
                .hasMessage("the file " + path + " could not be written: " + why + "; check its folder and the disk")
                .extracting(Failure::kind)
                .isEqualTo(Failure.Kind.NOT_WRITTEN);
    }

    @Test
    void anEditHasTheLockWhileItRunsAndGivesItBackWhateverHappens() {
        Path file = folder.resolve("new/config.json");

        String seen = AtomicFile.locked(file, () -> String.valueOf(Files.exists(lock(file))));
        RuntimeException thrown = catchThrowableOfType(
                RuntimeException.class,
                () -> AtomicFile.locked(file, () -> {
                    throw new IllegalStateException("the edit failed");
                }));

        assertThat(seen).isEqualTo("true");
        assertThat(thrown).hasMessage("the edit failed");
        assertThat(lock(file)).doesNotExist();
    }

    @Test
    void aSecondEditWaitsForTheFirst() throws Exception {
        Path file = folder.resolve("config.json");
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        StringBuffer order = new StringBuffer();
        CompletableFuture<Void> first = CompletableFuture.runAsync(
                () -> AtomicFile.locked(file, () -> {
                    held.countDown();
                    await(goOn);
                    order.append("first ");
                    return null;
                }),
                OwnThread::run);
        await(held);

        CompletableFuture<Void> second = CompletableFuture.runAsync(
                () -> AtomicFile.locked(file, Duration.ofSeconds(50), () -> order.append("second")), OwnThread::run);
        goOn.countDown();

        first.get(50, TimeUnit.SECONDS);
        second.get(50, TimeUnit.SECONDS);
        assertThat(order).hasToString("first second");
    }

    @Test
    void aLockThatIsNotGivenBackIsSaidAndLeftAlone() throws IOException {
        Path file = old("rw-------");
        Files.createFile(lock(file));

        Failure failure = catchThrowableOfType(
                Failure.class, () -> AtomicFile.locked(file, Duration.ofMillis(1), () -> "must not run"));

        assertThat(failure.kind()).isEqualTo(Failure.Kind.NOT_WRITTEN);
        assertThat(failure)
                .hasMessage("another fbmsg holds " + lock(file).toRealPath()
                        + "; if none is running, remove that file and try again");
        assertThat(lock(file)).exists();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(50, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path lock(Path file) {
        return file.resolveSibling(file.getFileName() + ".lock");
    }

    private Path old(String mode) throws IOException {
        Path file = Files.writeString(folder.resolve("config.json"), "old");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private void assertOnly(String... names) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder(names);
        }
    }
}
