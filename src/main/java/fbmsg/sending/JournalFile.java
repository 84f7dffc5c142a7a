package fbmsg.sending;

import java.io.IOException;

/**
 * The file that a journal is kept in. What is appended is on the disk only after {@link #sync}: a test's own file loses the
 * rest.
 */
public interface JournalFile extends AutoCloseable {
    /** Bytes. */
    long size() throws IOException;

    /**
     * Reads from a position on.
     *
     * @return how many bytes were read; fewer than asked for only at the end
     */
    int read(long position, byte[] into) throws IOException;

    void append(byte[] bytes) throws IOException;

    /** Returns when all that was appended before is on the disk. */
    void sync() throws IOException;

    /** Cuts the file off. */
    void truncate(long size) throws IOException;

    @Override
    void close() throws IOException;
}
