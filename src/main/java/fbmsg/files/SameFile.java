package fbmsg.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether two paths are of one file, also where it is not there yet. */
public final class SameFile {
    /** As many as Linux follows. */
    private static final int MOST_LINKS = 40;

    private SameFile() {}

    /** Links are followed, other spellings seen through as far as the folders are there. */
    public static boolean are(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            return place(one).equals(place(other)); // one of them is not there
        }
    }

    private static Path place(Path path) {
        Path target = path.toAbsolutePath();
        try {
            for (int i = 0; i < MOST_LINKS && Files.isSymbolicLink(target); i++) {
                target = target.resolveSibling(Files.readSymbolicLink(target));
            }
            Path folder = target.getParent();
            return folder == null ? target : folder.toRealPath().resolve(target.getFileName());
        } catch (IOException e) {
            return target.normalize(); // no such folder: neither can be made there
        }
    }
}
