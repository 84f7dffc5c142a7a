package fbmsg.config;

import fbmsg.Failure;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Small files that are there whole or not at all, and readable by their owner only: written beside their place (0600),
 * synced, and renamed.
 */
public final class AtomicFile {
    private static final FileAttribute<?>[] NONE = {};
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private AtomicFile() {}

    /**
     * @param makeFolder whether a missing folder is made (0700)
     * @throws Failure if it could not be written; then the old file is as it was
     */
    public static void write(Path path, String text, boolean makeFolder) {
        Path target = realPath(path);
        Path folder = target.toAbsolutePath().getParent();
        Path temporary = folder.resolve(target.getFileName() + "." + Long.toHexString(System.nanoTime()) + ".new");
        try {
            if (makeFolder && !Files.isDirectory(folder)) {
                Files.createDirectories(folder, mode("rwx------"));
            }
            try (FileChannel channel = FileChannel.open(
                    temporary, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode("rw-------"))) {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            deleteQuietly(temporary);
            throw Failure.notWritten(
                    "the file " + path + " could not be written: " + reason(e), "check its folder and the disk", e);
        }
    }

    /** Runs an edit while no other fbmsg edits that file: the lock is a file beside it. */
    public static <T> T locked(Path path, Supplier<T> edit) {
        return locked(path, LONGEST_WAIT, edit);
    }

    static <T> T locked(Path path, Duration wait, Supplier<T> edit) {
        Path target = realPath(path);
        Path lock = target.resolveSibling(target.getFileName() + ".lock");
        try {
            Path folder = target.toAbsolutePath().getParent();
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder, mode("rwx------"));
            }
            take(lock, wait);
        } catch (IOException e) {
            throw Failure.notWritten(
                    "the file " + path + " could not be locked: " + reason(e), "check its folder and the disk", e);
        }
        try {
            return edit.get();
        } finally {
            deleteQuietly(lock);
        }
    }

    private static void take(Path lock, Duration wait) throws IOException {
        long end = System.nanoTime() + wait.toNanos();
        while (true) {
            try {
                Files.createFile(lock, mode("rw-------"));
                return;
            } catch (FileAlreadyExistsException e) {
                if (System.nanoTime() - end > 0) {
                    throw Failure.notWritten(
                            "another fbmsg holds " + lock, "if none is running, remove that file and try again", e);
                }
                pause();
            }
        }
    }

    private static void pause() throws InterruptedIOException {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }

    /** Where a link points to: the file behind it is written, the link stays. */
    private static Path realPath(Path path) {
        if (path.getFileName() == null) {
            throw Failure.notWritten(
                    "the file " + path + " could not be written: it is a folder", "name a file in it", null);
        }
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath();
        }
    }

    private static FileAttribute<?>[] mode(String permissions) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : NONE;
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such folder";
        }
        return e instanceof AccessDeniedException ? "permission denied" : String.valueOf(e.getMessage());
    }

    private static void deleteQuietly(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // what matters has been said already
        }
    }
}
