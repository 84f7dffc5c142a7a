package fbmsg.sending;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The lines of a stream, one after the other, each given out as soon as its end is there. */
public final class Lines {
    /** Far more than any message may have. */
    private static final int LONGEST = 1 << 20;

    private final InputStream in;
    private final byte[] chunk = new byte[1 << 16];
    private final AtomicLong taken = new AtomicLong();
    private int filled;
    private int next;
    private volatile long number;

    public Lines(InputStream in) {
        this.in = in;
    }

    /**
     * About how many lines there are in so many bytes, if all are as long as those before; may be asked by another thread.
     */
    public long estimate(long bytes) {
        long soFar = taken.get();
        return soFar == 0 ? 0 : (long) ((double) bytes * number / soFar);
    }

    /**
     * Waits for the next line; of one that is far too long, the beginning.
     *
     * @return empty at the end
     */
    Optional<Line> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long length = 0;
        while (true) {
            int start = next;
            while (next < filled && chunk[next] != '\n') {
                next++;
            }
            line.write(chunk, start, Math.min(next - start, LONGEST + 1 - line.size()));
            length += next - start;
            boolean ended = next < filled;
            if (!ended) {
                filled = in.read(chunk);
                next = 0;
                if (filled > 0) {
                    continue;
                }
                filled = 0;
            }
            if (!ended && length == 0) {
                return Optional.empty();
            }
            next += ended ? 1 : 0;
            number++;
            taken.addAndGet(length + 1);
            return Optional.of(new Line(number, unmarked(line.toByteArray())));
        }
    }

    /** Gets lines that are not blank. */
    @FunctionalInterface
    public interface Reader {
        /**
         * @param number counted from 1
         * @param bytes without the line's end
         */
        void line(long number, byte[] bytes);
    }

    /** Gives out all of them. */
    public void each(Reader reader) throws IOException {
        for (Optional<Line> line = next(); line.isPresent(); line = next()) {
            if (!line.get().isBlank()) {
                reader.line(line.get().number(), line.get().bytes());
            }
        }
    }

    static boolean isTooLong(Line line) {
        return line.bytes().length > LONGEST;
    }

    /** Without the mark that some editors put at the beginning of a file. */
    private byte[] unmarked(byte[] bytes) {
        boolean marked = number == 1
                && bytes.length > 2
                && (bytes[0] & 0xff) == 0xef
                && (bytes[1] & 0xff) == 0xbb
                && (bytes[2] & 0xff) == 0xbf;
        return marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
    }
}
