package fbmsg.sending;

import fbmsg.Failure;
import fbmsg.files.OwnerOnly;
import fbmsg.files.Reason;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file to which is added, a line each, what is still to be done; readable by its owner only (0600). */
public final class LeftOver implements AutoCloseable {
    private final FileChannel channel;
    private final String name;

    private LeftOver(FileChannel channel, String name) {
        this.channel = channel;
        this.name = name;
    }

    /**
     * @param name for people
     * @throws Failure if it cannot be written: better now than when something is to be kept
     */
    public static LeftOver open(Path path, String name) {
        try {
            return new LeftOver(OwnerOnly.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND), name);
        } catch (IOException e) {
            throw notWritten(name, e);
        }
    }

    /** Returns when it is on the disk. */
    public void add(String line) {
        try {
            Channels.newOutputStream(channel).write((line + "\n").getBytes(StandardCharsets.UTF_8));
            channel.force(false);
        } catch (IOException e) {
            throw notWritten(name, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // what was added is on the disk
        }
    }

    private static Failure notWritten(String name, IOException e) {
        return Failure.notWritten(name + " could not be written: " + Reason.of(e), "check its path and the disk", e);
    }
}
