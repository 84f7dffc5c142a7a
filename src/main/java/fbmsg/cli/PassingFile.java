package fbmsg.cli;

import fbmsg.Failure;
import fbmsg.files.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that is there while something runs, readable by its owner only: a port's number, an emulator's settings. Somebody
 * else's file is not touched, neither at the beginning nor at the end.
 */
public final class PassingFile implements AutoCloseable {
    private final Path path;
    private final String text;

    private PassingFile(Path path, String text) {
        this.path = path;
        this.text = text;
    }

    /**
     * @param ours a regular expression: what a file of this kind begins with, so that one that an earlier run had to leave
     *     behind may be replaced
     * @throws Failure if there is another file already, or it cannot be written
     */
    public static PassingFile write(Path path, String text, String ours) {
        if (Files.exists(path) && !mayBeReplaced(path, ours)) {
            throw Failure.notWritten(
                    "the file " + path + " exists and is not fbmsg's", "give another name, or remove it", null);
        }
        AtomicFile.write(path, text, false);
        return new PassingFile(path, text);
    }

    @Override
    public void close() {
        if (read(path).equals(text)) {
            delete(path);
        }
    }

    /** Removes a file, or an empty folder, of this run's own. */
    public static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // one file too many harms nobody; the next run replaces it
        }
    }

    /** An empty one is what mktemp makes for us. */
    private static boolean mayBeReplaced(Path path, String ours) {
        return Files.isRegularFile(path) && read(path).matches("(?s)(" + ours + ".*)?");
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            return "";
        }
    }
}
