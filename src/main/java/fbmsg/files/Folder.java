package fbmsg.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A folder whose names can be had on the disk: a file that was synced may still be gone after a power failure, as long as its
 * name was not.
 *
 * @param syncs whether that can be asked for; on some systems there is no such thing
 */
public record Folder(Path path, boolean syncs) {
    /** Makes it (0700) if it is not there, with the folders above it, and tries whether files can be made in it. */
    public static Folder open(Path path) throws IOException {
        Path there = path.toAbsolutePath();
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        OwnerOnly.createFolders(path);
        for (Path made = path.toAbsolutePath(); !made.equals(there); made = made.getParent()) {
            synced(made.getParent());
        }
        NewFile.createUnique(path, ".", ".new").close();
        return new Folder(path, synced(path));
    }

    /** Returns when all names in it are on the disk, where that can be asked for. */
    public void sync() throws IOException {
        if (syncs) {
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Syncs a folder if it can be; else what is in it is as safe as that system makes it. */
    public static boolean synced(Path path) {
        try {
            new Folder(path, true).sync();
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
