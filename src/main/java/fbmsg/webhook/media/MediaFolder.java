package fbmsg.webhook.media;

import fbmsg.Failure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Where the files of messages are kept: whole or not at all, each readable by its owner only. */
public final class MediaFolder {
    private static final String UNFINISHED = ".fbmsg-";
    private static final String PART = ".part";

    /** What has not been written to for that long is of a run that was killed. */
    private static final Duration FORGOTTEN = Duration.ofHours(1);

    private final Path path;

    private MediaFolder(Path path) {
        this.path = path;
    }

    /** Writes a file, and then says how it is to be named. */
    @FunctionalInterface
    interface Content {
        String writeTo(OutputStream to) throws NotFetched, IOException;
    }

    /**
     * Makes it (0700) if it is not there, with the folders above it. What killed runs left unfinished is removed.
     *
     * @throws Failure if files cannot be made in it: better now than when there is one
     */
    public static MediaFolder open(Path path) {
        try {
            Files.createDirectories(path, ownerOnly(path));
            Path tried = newFile(path);
            Instant now = Files.getLastModifiedTime(tried).toInstant(); // by the clock of the file system
            Files.delete(tried);
            removeUnfinished(path, now.minus(FORGOTTEN));
        } catch (IOException e) {
            throw Failure.notWritten(
                    "the folder " + path + " for media cannot be used: " + reason(e), "name another, or mend it", e);
        }
        return new MediaFolder(path);
    }

    /** The first of these that is there. */
    Optional<Path> find(Set<String> names) {
        return names.stream()
                .map(path::resolve)
                .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                .findFirst();
    }

    /** Returns when the file is on the disk. */
    Path keep(Content content) throws NotFetched, IOException {
        Path unfinished = newFile(path);
        try {
            String name;
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                name = content.writeTo(Channels.newOutputStream(channel));
                channel.force(true);
            }
            Path file = path.resolve(name);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            sync();
            return file;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** Where modes are known, it is 0600 from the moment it exists. */
    private static Path newFile(Path folder) throws IOException {
        return Files.createTempFile(folder, UNFINISHED, PART);
    }

    private static void removeUnfinished(Path folder, Instant before) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, UNFINISHED + "*" + PART)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                        .toInstant()
                        .isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** So that the file's name is on the disk, too; some systems cannot, and there it is. */
    private void sync() {
        try (FileChannel folder = FileChannel.open(path, StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            // the file is synced all the same
        }
    }

    /** What was wrong, in few words. */
    static String reason(IOException e) {
        if (e instanceof FileAlreadyExistsException) {
            return "it is no folder";
        }
        if (e instanceof NoSuchFileException) {
            return "it is gone";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        String said = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        return said == null ? e.getClass().getSimpleName() : said;
    }

    @Override
    public String toString() {
        return path.toString();
    }

    private static FileAttribute<?>[] ownerOnly(Path there) {
        boolean posix = there.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }
}
