package fbmsg.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * JSON values one after the other on a stream, a line each or not, each given out as soon as its last byte is there. What
 * is malformed costs only itself: reading goes on at the next line that starts an object.
 */
public final class JsonSequence {
    /** A record holds a body of at most 1 MiB, several times escaped at worst. */
    private static final int LARGEST = 16 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int filled;
    private int line = 1;
    private boolean atLineStart = true;

    public JsonSequence(InputStream in) {
        this.in = in;
    }

    /**
     * A value, or what is wrong where one should be.
     *
     * @param line where it starts, counted from 1
     */
    public record Item(int line, Optional<Document> document, Optional<String> problem) {}

    /**
     * Waits for the next value.
     *
     * @return empty at the end
     */
    public Optional<Item> next() throws IOException {
        int first = peek();
        while (first == ' ' || first == '\t' || first == '\n' || first == '\r') {
            read();
            first = peek();
        }
        if (first < 0) {
            return Optional.empty();
        }
        int start = line;
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        String problem = first == '{' || first == '[' ? structure(value) : restOfLine(value);
        if (problem != null) {
            skipToObject();
            return Optional.of(new Item(start, Optional.empty(), Optional.of(problem)));
        }
        try {
            return Optional.of(new Item(start, Optional.of(Json.parseRecord(value.toByteArray())), Optional.empty()));
        } catch (MalformedJson e) {
            return Optional.of(new Item(start, Optional.empty(), Optional.of(e.where())));
        }
    }

    /** Whether more than white space is there already, so that {@link #next} need not wait for a value to begin. */
    public boolean isReady() throws IOException {
        while (position < filled || in.available() > 0) {
            int first = peek();
            if (first != ' ' && first != '\t' && first != '\n' && first != '\r') {
                return first >= 0;
            }
            read();
        }
        return false;
    }

    /** Takes an object or array up to its closing bracket; gives what is wrong if there is none to be had. */
    private String structure(ByteArrayOutputStream value) throws IOException {
        Deque<Integer> open = new ArrayDeque<>();
        boolean quoted = false;
        int last = 0;
        do {
            int b = peek();
            if (b < 0) {
                return "the input ends inside the value";
            }
            if (quoted && b == '\n') {
                return "a line ends inside a string";
            }
            if (!quoted && b == '{' && atLineStart && !open.isEmpty() && !mayStartValue(last, open.peek())) {
                return "the value is cut off: the next line starts another";
            }
            if (value.size() == LARGEST) {
                return "the value is larger than " + LARGEST + " bytes";
            }
            value.write(read());
            if (quoted) {
                if (b == '\\' && peek() >= 0 && peek() != '\n') {
                    value.write(read());
                }
                quoted = b != '"';
            } else if (b == '{' || b == '[') {
                open.push(b);
            } else if (b == '}' || b == ']') {
                open.pop();
            } else {
                quoted = b == '"';
            }
            last = b == ' ' || b == '\t' || b == '\r' || b == '\n' ? last : b;
        } while (!open.isEmpty());
        return null;
    }

    private static boolean mayStartValue(int last, int container) {
        return last == '[' || last == ':' || last == ',' && container == '[';
    }

    private String restOfLine(ByteArrayOutputStream value) throws IOException {
        for (int b = peek(); b >= 0 && b != '\n'; b = peek()) {
            if (value.size() == LARGEST) {
                return "the line is longer than " + LARGEST + " bytes";
            }
            value.write(read());
        }
        return null;
    }

    private void skipToObject() throws IOException {
        while (peek() >= 0 && !(atLineStart && peek() == '{')) {
            read();
        }
    }

    private int peek() throws IOException {
        if (position == filled) {
            position = 0;
            filled = in.read(buffer);
            if (filled <= 0) {
                filled = 0;
                return -1;
            }
        }
        return buffer[position] & 0xff;
    }

    private int read() {
        int b = buffer[position++] & 0xff;
        atLineStart = b == '\n';
        line += atLineStart ? 1 : 0;
        return b;
    }
}
