package fbmsg.cli.startup;

import fbmsg.files.OwnerOnly;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of one installation's archives for one JVM. Its lock is held while they are made, and ends with the process
 * that holds it, however that ends. The time of another file is the time before which nobody tries again: to set the time
 * of the lock's own would open and close it, and with the first close of a file all its locks are gone.
 */
final class ArchiveFolder {
    /** Longer than the making takes: whoever was killed in the midst of it is not followed at once. */
    static final Duration AFTER_A_START = Duration.ofMinutes(1);

    /** An installation that changes all the time need not have archives all the time. */
    static final Duration AFTER_SUCCESS = Duration.ofMinutes(5);

    /** What could not be made now can probably not be made soon. */
    static final Duration AFTER_FAILURE = Duration.ofHours(1);

    private static final String LOCK = "lock";
    private static final String NOT_BEFORE = "not-before";
    private static final String WORK = "making-";

    private final Path path;

    private ArchiveFolder(Path path) {
        this.path = path;
    }

    static ArchiveFolder open(Path path) throws IOException {
        OwnerOnly.createFolders(path);
        return new ArchiveFolder(path);
    }

    Path path() {
        return path;
    }

    /** Whether nobody has tried of late. */
    boolean mayTryNow() throws IOException {
        try {
            Instant notBefore =
                    Files.getLastModifiedTime(path.resolve(NOT_BEFORE)).toInstant();
            Instant now = Instant.now();
            // a time further off than any that is ever set comes from a clock that was wrong
            return now.isAfter(notBefore) || notBefore.isAfter(now.plus(AFTER_FAILURE));
        } catch (NoSuchFileException e) {
            return true;
        }
    }

    void notBefore(Duration fromNow) throws IOException {
        Path file = path.resolve(NOT_BEFORE);
        if (!Files.exists(file)) {
            Files.createFile(file);
        }
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plus(fromNow)));
    }

    /** Empty if another process holds it. Closing the channel ends it. */
    Optional<FileChannel> lock() throws IOException {
        FileChannel channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(channel);
    }

    /** An empty folder for what is not finished; those of processes that were killed go. */
    Path newWork() throws IOException {
        try (Stream<Path> entries = Files.list(path)) {
            for (Path entry : entries.filter(
                            name -> name.getFileName().toString().startsWith(WORK))
                    .toList()) {
                deleteWork(entry);
            }
        }
        return Files.createTempDirectory(path, WORK);
    }

    static void deleteWork(Path work) throws IOException {
        List<Path> innermostFirst;
        try (Stream<Path> all = Files.walk(work)) {
            innermostFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : innermostFirst) {
            Files.delete(path);
        }
    }

    /**
     * Puts a finished file in its place, in one step, and only when the disk has it: on an archive that is cut off, Java 17
     * crashes.
     */
    void publish(Path finished, String name) throws IOException {
        try (FileChannel channel = FileChannel.open(finished, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(finished, path.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    void delete(String name) throws IOException {
        Files.deleteIfExists(path.resolve(name));
    }
}
