package fbmsg.sending;

import fbmsg.Failure;
import fbmsg.files.OwnerOnly;
import fbmsg.files.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A file to which is added, a line each, what is still to be done; readable by its owner only (0600). */
public final class LeftOver implements AutoCloseable {
    private final FileChannel channel;
    private final Optional<FileChannel> reader; // of its own: a channel that adds cannot read
    private final String name;

    private LeftOver(FileChannel channel, Optional<FileChannel> reader, String name) {
        this.channel = channel;
        this.reader = reader;
        this.name = name;
    }

    /**
     * @param name for people
     * @throws Failure if it cannot be written: better now than when something is to be kept
     */
    public static LeftOver open(Path path, String name) {
        try {
            FileChannel channel = OwnerOnly.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            try {
                return new LeftOver(channel, reader(path), name);
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw notWritten(name, e);
        }
    }

    /** Empty where there is nothing to look at: a pipe or a device, or a file that may only be written. */
    private static Optional<FileChannel> reader(Path path) throws IOException {
        try {
            return Files.isRegularFile(path)
                    ? Optional.of(FileChannel.open(path, StandardOpenOption.READ))
                    : Optional.empty();
        } catch (AccessDeniedException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns when it is on the disk. A line that a full disk or a kill left without its end is left as it is: this one begins
     * on a line of its own.
     */
    public synchronized void add(String line) {
        try {
            String text = (endsInHalfALine() ? "\n" : "") + line + "\n";
            Channels.newOutputStream(channel).write(text.getBytes(StandardCharsets.UTF_8));
            channel.force(false);
        } catch (IOException e) {
            throw notWritten(name, e);
        }
    }

    private boolean endsInHalfALine() throws IOException {
        if (reader.isEmpty()) {
            return false;
        }
        ByteBuffer last = ByteBuffer.allocate(1);
        long size = reader.get().size();
        return size > 0 && reader.get().read(last, size - 1) == 1 && last.get(0) != '\n';
    }

    @Override
    public void close() {
        try (channel) {
            if (reader.isPresent()) {
                reader.get().close();
            }
        } catch (IOException e) {
            // what was added is on the disk
        }
    }

    private static Failure notWritten(String name, IOException e) {
        return Failure.notWritten(name + " could not be written: " + Reason.of(e), "check its path and the disk", e);
    }
}
