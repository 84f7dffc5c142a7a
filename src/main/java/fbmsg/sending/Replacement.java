package fbmsg.sending;

import static java.nio.charset.StandardCharsets.UTF_8;

import fbmsg.files.Folder;
import fbmsg.files.NewFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Puts another file in the place of a locked one. It is written beside it ({@code .FILE.fbmsg-new}), and has its lock before it has
 * the name, so that at no moment a process can find the name free, or a file that is not whole.
 */
final class Replacement {
    private static final int BUFFER = 1 << 16;

    private final LockedFile old;
    private final Path beside;
    private final Folder folder;

    /** Writes what a file is to hold. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    Replacement(LockedFile old) {
        this.old = old;
        this.beside = old.path().resolveSibling("." + old.path().getFileName() + ".fbmsg-new");
        this.folder =
                new Folder(old.path().getParent(), Folder.synced(old.path().getParent()));
    }

    /**
     * Has the new one written, synced and moved into its place. The old one stays open and locked; it is to be closed after
     * {@link #syncName}.
     *
     * @param firstLine with its end; what a run that was killed has left begins like it and goes, any other file in the way
     *     stays
     * @throws IOException if it cannot be done, or not safely; nothing has changed then
     */
    LockedFile write(String firstLine, Content rest) throws IOException {
        if (!folder.syncs()) {
            throw new IOException("its folder cannot be synced");
        }
        removeLeftBehind(firstLine.getBytes(UTF_8));
        NewFile file = NewFile.create(beside);
        try {
            FileLock lock = LockedFile.lock(file.channel()).orElseThrow(() -> new IOException("it cannot be locked"));
            if (!Files.getOwner(beside).equals(Files.getOwner(old.path()))) {
                throw new IOException("it is another user's");
            }
            OutputStream out = new BufferedOutputStream(file.out(), BUFFER);
            out.write(firstLine.getBytes(UTF_8));
            rest.writeTo(out);
            out.flush();
            LockedFile written = new LockedFile(old.path(), LockedFile.keyOf(beside), file.channel(), lock);
            if (!old.hasItsName()) {
                throw new IOException("it was moved meanwhile");
            }
            file.moveTo(old.path());
            return written;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** Returns when it is on the disk which of the two has the name; before, a power failure might bring back the old one. */
    void syncName() throws IOException {
        folder.sync();
    }

    private void removeLeftBehind(byte[] firstLine) throws IOException {
        if (!Files.exists(beside, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (Files.isRegularFile(beside, LinkOption.NOFOLLOW_LINKS)) {
            try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                if (LockedFile.lock(channel).isPresent() && beginsLike(firstLine, channel)) {
                    Files.delete(beside);
                    return;
                }
            }
        }
        throw new IOException(beside.getFileName() + " is in the way");
    }

    private static boolean beginsLike(byte[] firstLine, FileChannel channel) throws IOException {
        byte[] there = Channels.newInputStream(channel).readNBytes(firstLine.length);
        return Arrays.equals(there, Arrays.copyOf(firstLine, there.length));
    }
}
