package fbmsg.files;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Why a file or folder could not be written, in few words: Java's messages are often a path and nothing else. */
public final class Reason {
    private Reason() {}

    public static String of(IOException e) {
        if (e instanceof FileAlreadyExistsException there) {
            return there.getFile() != null && Files.isSymbolicLink(Path.of(there.getFile()))
                    ? "a link that leads to no folder is in the folder's place"
                    : "a file is in the folder's place";
        }
        if (e instanceof NoSuchFileException) {
            return "there is no such folder";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof ClosedByInterruptException || e instanceof InterruptedIOException) {
            return "interrupted";
        }
        String said = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        return said == null ? e.getClass().getSimpleName() : said;
    }
}
