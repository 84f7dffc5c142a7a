package fbmsg.sending;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The whole lines of a file from its beginning, each with where it begins, and what is left without an end. */
final class LogLines {
    /** Bytes: far more than any line of a log has. */
    static final int LONGEST = 1 << 20;

    private final JournalFile file;
    private final byte[] chunk = new byte[1 << 16];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int filled;
    private int next;
    private int number;
    private long position;
    private long end;

    LogLines(JournalFile file) {
        this(file, 0);
    }

    /**
     * @param start where a line begins; the numbers count from there
     */
    LogLines(JournalFile file, long start) {
        this.file = file;
        this.end = start;
    }

    /** A line that is longer than any of a log; the rest of it was not read. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1;
    }

    /**
     * The next line without its end; empty where there is no whole one.
     *
     * @throws TooLong if it is longer than {@link #LONGEST}
     */
    Optional<String> next() throws IOException {
        line.reset();
        while (true) {
            for (int i = next; i < filled; i++) {
                if (chunk[i] == '\n') {
                    line.write(chunk, next, i - next);
                    next = i + 1;
                    number++;
                    position = end;
                    end += line.size() + 1;
                    return Optional.of(line.toString(StandardCharsets.UTF_8));
                }
            }
            line.write(chunk, next, filled - next);
            next = 0;
            filled = 0;
            if (line.size() > LONGEST) {
                throw new TooLong();
            }
            filled = file.read(end + line.size(), chunk);
            if (filled == 0) {
                return Optional.empty();
            }
        }
    }

    /** Of the line that was given last, counted from 1. */
    int number() {
        return number;
    }

    /** Where the line that was given last begins. */
    long position() {
        return position;
    }

    /** Where the last whole line has ended. */
    long end() {
        return end;
    }

    /** What is left without an end, once there is no next line. */
    String tail() {
        return line.toString(StandardCharsets.UTF_8);
    }
}
