package fbmsg.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether two paths are of one file, also where it is not there yet. */
public final class SameFile {
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
        try {
            Path target = Links.followed(path);
            Path folder = target.getParent();
            return folder == null ? target : folder.toRealPath().resolve(target.getFileName());
        } catch (IOException e) {
            return path.toAbsolutePath().normalize(); // no such folder, or a link to itself: no file can be made there
        }
    }
}
