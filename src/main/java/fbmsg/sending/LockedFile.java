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
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** A file of this machine, readable by its owner only (0600), that one process at a time may write. */
public final class LockedFile implements JournalFile {
    /** Far more than a file is replaced between two looks at its name. */
    private static final int MOST_TRIES = 100;

    private final Path path;
    private final Optional<Object> key;
    private final FileChannel channel;
    private final FileLock lock; // held here, since the JVM forgets one that nobody holds
    private long end;

    LockedFile(Path path, Optional<Object> key, FileChannel channel, FileLock lock) throws IOException {
        this.path = path;
        this.key = key;
        this.channel = channel;
        this.lock = lock;
        this.end = channel.size();
    }

    /**
     * Opens it, made if it is not there. The lock goes with the process, however that ends.
     *
     * @return empty if another process, or another run in this one, has it
     */
    public static Optional<LockedFile> open(Path path) throws IOException {
        boolean made = !Files.exists(path);
        for (int i = 0; i < MOST_TRIES; i++) {
            Optional<Object> before = keyOf(path);
            FileChannel channel =
                    OwnerOnly.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            Optional<FileLock> lock = lock(channel);
            if (lock.isPresent() && keyOf(path).equals(before)) {
                if (made) {
                    Folder.synced(path.toAbsolutePath().getParent());
                }
                return Optional.of(new LockedFile(path.toRealPath(), before, channel, lock.get()));
            }
            channel.close();
            if (lock.isEmpty()) {
                return Optional.empty();
            }
            // it was made just now, or what was locked has been replaced meanwhile and has no name any more
        }
        throw new IOException("it is replaced again and again");
    }

    /** Empty if somebody else has it. */
    static Optional<FileLock> lock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty(); // as if another process had it
        }
    }

    /** Which file a path names; empty where there is none, or the file system cannot tell one from another. */
    static Optional<Object> keyOf(Path path) {
        try {
            return Optional.ofNullable(
                    Files.readAttributes(path, BasicFileAttributes.class).fileKey());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Of the file itself, where it was opened by a link. */
    Path path() {
        return path;
    }

    /** Whether it still has its name; never where that cannot be known. */
    boolean hasItsName() {
        return key.isPresent() && keyOf(path).equals(key);
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
        try (channel) {
            if (lock.isValid()) {
                lock.release();
            }
        }
    }
}
