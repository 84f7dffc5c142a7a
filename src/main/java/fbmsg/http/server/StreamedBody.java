package fbmsg.http.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** The body of an answer that comes to be while it is sent: in chunks, to HTTP/1.0 as it is. What is flushed leaves at once. */
final class StreamedBody extends OutputStream {
    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(US_ASCII);

    /** Room for a chunk's length before its data, and for the line end behind. */
    private static final int BEFORE = 6;

    private static final int END = BEFORE + (8 << 10);

    private final Output output;
    private final long patience;
    private final boolean chunked;
    private final byte[] bytes = new byte[END + 2];
    private int at = BEFORE;

    StreamedBody(Output output, long patience, boolean chunked) {
        this.output = output;
        this.patience = patience;
        this.chunked = chunked;
    }

    @Override
    public void write(int octet) throws IOException {
        bytes[at++] = (byte) octet;
        if (at == END) {
            flush();
        }
    }

    @Override
    public void write(byte[] more, int from, int length) throws IOException {
        int end = from + length;
        for (int next = from; next < end; ) {
            int count = Math.min(end - next, END - at);
            System.arraycopy(more, next, bytes, at, count);
            at += count;
            next += count;
            if (at == END) {
                flush();
            }
        }
    }

    @Override
    public void flush() throws IOException {
        int length = at - BEFORE;
        if (length == 0) {
            return; // an empty chunk would be the last one
        }
        int from = BEFORE;
        int to = at;
        if (chunked) {
            byte[] size = (Integer.toHexString(length) + "\r\n").getBytes(US_ASCII);
            from -= size.length;
            System.arraycopy(size, 0, bytes, from, size.length);
            bytes[to++] = '\r';
            bytes[to++] = '\n';
        }
        at = BEFORE;
        output.write(ByteBuffer.wrap(bytes, from, to - from), patience);
    }

    /** After the last byte; without it the far side knows that something is missing. */
    void finish() throws IOException {
        flush();
        if (chunked) {
            output.write(ByteBuffer.wrap(LAST_CHUNK), patience);
        }
    }

    @Override
    public void close() {
        // what has not left when a stream breaks must not look like its end
    }
}
