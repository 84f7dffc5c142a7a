package fbmsg.sending;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** A file that loses in a crash what was not synced, or some of it; and that may be on a disk with little room. */
final class LossyFile implements JournalFile {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private int synced;
    private int room = Integer.MAX_VALUE;
    private boolean dead;

    /** With what a crash has left. */
    static LossyFile with(byte[] bytes) {
        LossyFile file = new LossyFile();
        file.written.writeBytes(bytes);
        file.synced = bytes.length;
        return file;
    }

    synchronized LossyFile room(int bytes) {
        room = bytes;
        return this;
    }

    /** What was synced, and of the rest a beginning of random length. */
    synchronized byte[] afterCrash(Random random) {
        dead = true;
        int left = synced + random.nextInt(written.size() - synced + 1);
        return Arrays.copyOf(written.toByteArray(), left);
    }

    synchronized String synced() {
        return new String(Arrays.copyOf(written.toByteArray(), synced), StandardCharsets.UTF_8);
    }

    synchronized String text() {
        return written.toString(StandardCharsets.UTF_8);
    }

    @Override
    public synchronized long size() {
        return written.size();
    }

    @Override
    public synchronized int read(long position, byte[] into) {
        int count = (int) Math.max(0, Math.min(into.length, written.size() - position));
        System.arraycopy(written.toByteArray(), (int) position, into, 0, count);
        return count;
    }

    @Override
    public synchronized void append(byte[] bytes) throws IOException {
        if (dead) {
            return;
        }
        int fitting = Math.min(bytes.length, room - written.size());
        written.write(bytes, 0, fitting);
        if (fitting < bytes.length) {
            throw new IOException("No space left on device");
        }
    }

    @Override
    public synchronized void sync() {
        synced = dead ? synced : written.size();
    }

    @Override
    public synchronized void truncate(long size) {
        byte[] kept = Arrays.copyOf(written.toByteArray(), (int) size);
        written.reset();
        written.writeBytes(kept);
        synced = Math.min(synced, kept.length);
    }

    @Override
    public void close() {}
}
