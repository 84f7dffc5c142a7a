package fbmsg.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files and folders that only their owner may use, from the moment they exist: where the file system knows modes. */
public final class OwnerOnly {
    private OwnerOnly() {}

    /** Opens a file; one that is made by it is 0600, one that is there stays as it is. */
    public static FileChannel open(Path path, OpenOption... options) throws IOException {
        return FileChannel.open(path, Set.of(options), mode(path, "rw-------"));
    }

    /** Makes a folder and those above it (0700); what is there stays as it is. */
    public static void createFolders(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path, mode(path, "rwx------"));
        }
    }

    private static FileAttribute<?>[] mode(Path there, String permissions) {
        boolean posix = there.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
