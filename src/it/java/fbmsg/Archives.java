package fbmsg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * The start-up archives of the packaged program, in a cache of the test's own.
 *
 * @param cache what XDG_CACHE_HOME is
 * @param java the path by which the launcher knows the Java that they are for
 */
record Archives(Path cache, String java) {
    static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /** Whoever makes archives takes only the time that nobody else wants. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final long PAUSE_NANOS = 50_000_000;

    /** For the Java that runs the test. */
    static Archives in(Path cache) {
        return new Archives(cache, JAVA);
    }

    /** A shell whose fbmsg keeps its archives here. */
    Shell shell(Path home) {
        return Shell.sh(home)
                .with("FBMSG_NO_ARCHIVES", null)
                .with("XDG_CACHE_HOME", cache.toString())
                .with("FBMSG_JAVA", java);
    }

    Path folder() {
        return cache.resolve("fbmsg" + java + "@" + Shell.DIST);
    }

    /** The archive of some commands: {@code jwt}, {@code send}. */
    Path of(String kind) {
        return files().stream()
                .filter(file -> file.getFileName().toString().matches(kind + "[.](jsa|aot)"))
                .findFirst()
                .orElseThrow();
    }

    List<Path> files() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.sorted().toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> names() {
        return files().stream().map(file -> file.getFileName().toString()).toList();
    }

    /** A copy in another cache, for the same Java or for one that is called otherwise. */
    Archives copiedTo(Path otherCache, String java) throws IOException {
        Archives copy = new Archives(otherCache, java);
        Files.createDirectories(copy.folder());
        for (Path file : files()) {
            Files.copy(file, copy.folder().resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
        }
        return copy;
    }

    void awaitWhole() {
        await("the archives are whole", () -> Files.exists(folder().resolve("stamp")));
        await("whoever made them has gone", () -> makers().isEmpty());
    }

    /** Whoever tried of late does not try again soon; this makes it long ago. */
    void forgetTheLastTry() {
        try {
            Files.setLastModifiedTime(folder().resolve("not-before"), FileTime.from(Instant.EPOCH));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The processes that make archives here. */
    List<ProcessHandle> makers() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(cache.toString()))
                .toList();
    }

    static void await(String what, BooleanSupplier holds) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!holds.getAsBoolean()) {
            assertThat(Instant.now()).as("waiting until " + what).isBefore(end);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
