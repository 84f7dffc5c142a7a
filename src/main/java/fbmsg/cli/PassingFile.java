package fbmsg.cli;

import fbmsg.config.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is there while something runs, readable by its owner only: a port's number, an emulator's settings. */
public final class PassingFile implements AutoCloseable {
    private final Path path;

    private PassingFile(Path path) {
        this.path = path;
    }

    /**
     * @throws fbmsg.Failure if it cannot be written
     */
    public static PassingFile write(Path path, String text) {
        AtomicFile.write(path, text, false);
        return new PassingFile(path);
    }

    /** A file or an empty folder that somebody else has made, and that is to go. */
    public static PassingFile existing(Path path) {
        return new PassingFile(path);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // one file too many harms nobody; the next run replaces it
        }
    }
}
