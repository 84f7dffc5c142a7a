package fbmsg.files;

import fbmsg.Failure;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Small files that are there whole or not at all, and readable by their owner only: written beside their place (0600),
 * synced, and renamed.
 */
public final class AtomicFile {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private AtomicFile() {}

    /**
     * @param makeFolder whether a missing folder is made (0700)
     * @throws Failure if it could not be written; then the old file is as it was
     */
    public static void write(Path path, String text, boolean makeFolder) {
        Path target = realPath(path);
        Path folder = target.getParent();
        try {
            if (makeFolder) {
                OwnerOnly.createFolders(folder);
            }
            try (NewFile file = NewFile.createUnique(folder, target.getFileName() + ".", ".new")) {
                file.out().write(text.getBytes(StandardCharsets.UTF_8));
                file.moveTo(target);
            }
            Folder.synced(folder);
        } catch (IOException e) {
            throw failure(path, "written", e);
        }
    }

    /** Runs an edit while no other fbmsg edits that file: the lock is a file beside it. */
    public static <T> T locked(Path path, Supplier<T> edit) {
        return locked(path, LONGEST_WAIT, edit);
    }

    @SuppressWarnings("try") // the lock only has to stand
    static <T> T locked(Path path, Duration wait, Supplier<T> edit) {
        try (NewFile lock = lock(realPath(path), wait)) {
            return edit.get();
        } catch (IOException e) {
            throw failure(path, "locked", e);
        }
    }

    private static NewFile lock(Path target, Duration wait) throws IOException {
        OwnerOnly.createFolders(target.getParent());
        Path lock = target.resolveSibling(target.getFileName() + ".lock");
        long end = System.nanoTime() + wait.toNanos();
        while (true) {
            try {
                return NewFile.create(lock);
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

    /** Where a link points to, absolute, whether there is a file yet or not: the file behind it is written, the link stays. */
    private static Path realPath(Path path) {
        if (path.getFileName() == null) {
            throw notAFile(path);
        }
        Path target;
        try {
            target = Links.followed(path);
        } catch (FileSystemLoopException e) {
            throw Failure.notWritten(
                    "the file " + path + " could not be written: it is a link that leads back to itself",
                    "remove the link, or name another file",
                    e);
        } catch (IOException e) {
            throw failure(path, "written", e);
        }
        if (target.getFileName() == null) {
            throw notAFile(path);
        }
        try {
            return target.toRealPath();
        } catch (IOException e) {
            return target;
        }
    }

    private static Failure notAFile(Path path) {
        return Failure.notWritten(
                "the file " + path + " could not be written: it is a folder", "name a file in it", null);
    }

    private static Failure failure(Path path, String done, IOException e) {
        return Failure.notWritten(
                "the file " + path + " could not be " + done + ": " + Reason.of(e), "check its folder and the disk", e);
    }
}
