package fbmsg.sending;

import fbmsg.files.Folder;
import fbmsg.files.OwnerOnly;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

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
        FileChannel channel =
                OwnerOnly.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                if (made) {
                    Folder.synced(path.toAbsolutePath().getParent());
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
}
