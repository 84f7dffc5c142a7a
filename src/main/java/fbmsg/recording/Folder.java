package fbmsg.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Where files are there whole or not at all, for their owner only.
 *
 * @param syncs whether a folder can be synced; on some systems there is no such thing
 */
record Folder(Path path, Disk disk, boolean syncs) {
    private static final Set<StandardOpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    /** This machine's. */
    static final Disk DISK = Folder::write;

    /** Writes to a new file and syncs it. */
    @FunctionalInterface
    interface Disk {
        void write(FileChannel file, byte[] bytes) throws IOException;
    }

    /** Makes it (0700) if it is not there, with the folders above it, and tries whether files can be made in it. */
    static Folder open(Path path, Disk disk) throws IOException {
        Path there = path.toAbsolutePath();
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        Files.createDirectories(path, mode(path, "rwx------"));
        for (Path made = path.toAbsolutePath(); !made.equals(there); made = made.getParent()) {
            canSync(made.getParent());
        }
        Path tried = path.resolve("." + Long.toHexString(System.nanoTime()) + ".new");
        FileChannel.open(tried, NEW, mode(path, "rw-------")).close();
        Files.delete(tried);
        return new Folder(path, disk, canSync(path));
    }

    /**
     * Whoever has made the unfinished file has the name: then a file of that name is of somebody who had it before, or there
     * will be none until this one is moved there.
     *
     * @return false if the name is taken
     */
    boolean put(String name, byte[] bytes) throws IOException {
        Path file = path.resolve(name);
        Path unfinished = path.resolve("." + name + ".new");
        try (FileChannel channel = FileChannel.open(unfinished, NEW, mode(path, "rw-------"))) {
            if (!finish(channel, bytes, unfinished, file)) {
                return false;
            }
        } catch (FileAlreadyExistsException e) {
            return false;
        }
        if (syncs) {
            sync(path);
        }
        return true;
    }

    private boolean finish(FileChannel channel, byte[] bytes, Path unfinished, Path file) throws IOException {
        try {
            if (Files.exists(file)) {
                Files.delete(unfinished);
                return false;
            }
            disk.write(channel, bytes);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException | RuntimeException e) {
            deleteQuietly(unfinished);
            throw e;
        }
    }

    /** What was wrong, in few words. */
    static String reason(IOException e) {
        if (e instanceof FileAlreadyExistsException) {
            return "it is no folder";
        }
        if (e instanceof NoSuchFileException) {
            return "there is no such folder";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof ClosedByInterruptException) {
            return "interrupted";
        }
        String said = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        return said == null ? e.getClass().getSimpleName() : said;
    }

    private static void write(FileChannel file, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            file.write(buffer);
        }
        file.force(true);
    }

    private static boolean canSync(Path folder) {
        try {
            sync(folder);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
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

    private static void deleteQuietly(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // what matters is said by whoever called
        }
    }
}
