package fbmsg.sending;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** A file of this machine, readable by its owner only (0600), that one process at a time may write. */
public final class LockedFile implements JournalFile {
    private final FileChannel channel;
    private long end;

    private LockedFile(FileChannel channel, long end) {
        this.channel = channel;
        this.end = end;
    }

    /**
     * Opens it, made if it is not there. The lock goes with the process, however that ends.
     *
     * @return empty if another process, or another run in this one, has it
     */
    public static Optional<LockedFile> open(Path path) throws IOException {
        boolean made = !Files.exists(path);
        Set<OpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileChannel channel = FileChannel.open(path, options, ownerOnly());
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                if (made) {
                    syncFolder(path);
                }
                return Optional.of(new LockedFile(channel, channel.size()));
            }
        } catch (OverlappingFileLockException e) {
            // as if another process had it
        }
        channel.close();
        return Optional.empty();
    }

    @Override
    public long size() {
        return end;
    }

    @Override
    public int read(long position, byte[] into) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(into);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                break;
            }
        }
        return buffer.position();
    }

    @Override
    public void append(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            end += channel.write(buffer, end);
        }
    }

    @Override
    public void sync() throws IOException {
        channel.force(false);
    }

    @Override
    public void truncate(long size) throws IOException {
        channel.truncate(size);
        end = size;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** So that the file's name is on the disk, too; some systems cannot, and there it is. */
    private static void syncFolder(Path path) {
        try (FileChannel folder = FileChannel.open(path.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            // the data is synced all the same
        }
    }
}
