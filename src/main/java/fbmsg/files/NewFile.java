package fbmsg.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that is written beside its place, for its owner only (0600), and moved there when it is whole: nobody sees a half
 * of it. Closing removes it if it was not moved.
 */
public final class NewFile implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;
    private boolean moved;

    private NewFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * @throws FileAlreadyExistsException if there is one of that name
     */
    public static NewFile create(Path path) throws IOException {
        return new NewFile(
                path,
                OwnerOnly.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    /** One whose name nobody else has. */
    public static NewFile createUnique(Path folder, String prefix, String suffix) throws IOException {
        while (true) {
            try {
                return create(folder.resolve(prefix + Long.toHexString(System.nanoTime()) + suffix));
            } catch (FileAlreadyExistsException e) {
                // made within the same moment
            }
        }
    }

    public FileChannel channel() {
        return channel;
    }

    public OutputStream out() {
        return Channels.newOutputStream(channel);
    }

    /**
     * Gives it its name, in one step, when what was written is on the disk; a file that has the name is replaced. That the
     * name is on the disk takes a sync of the folder. It stays open.
     */
    public void moveTo(Path target) throws IOException {
        channel.force(true);
        Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
        moved = true;
    }

    @Override
    public void close() {
        try (channel) {
            if (!moved) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            // what matters was synced, or its failure was told
        }
    }
}
