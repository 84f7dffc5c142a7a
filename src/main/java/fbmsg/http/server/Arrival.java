package fbmsg.http.server;

import fbmsg.http.syntax.BadRequest;
import fbmsg.http.syntax.ChunkDecoder;
import fbmsg.http.syntax.HeadParser;
import fbmsg.http.syntax.RequestHead;
import java.util.Arrays;

/** A request of which some has come: first bytes of its head, then the head and bytes of its body. */
final class Arrival {
    private static final byte[] NOTHING = {};

    /** Bytes of the head until it is whole, then of the body. */
    private byte[] bytes = NOTHING;

    private int length;
    private int searched;
    private RequestHead head;
    private ChunkDecoder chunks;

    /** What it was charged of the memory for heads, and for bodies. */
    int weight;

    int reserved;

    RequestHead head() {
        return head;
    }

    /** Bytes of the head that has not come wholly. */
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** What it takes of the memory for heads. */
    int actualWeight() {
        return head == null ? bytes.length : head.weight();
    }

    /** @return where the head ends among its bytes, or -1 */
    int addToHead(byte[] more, int from, int to) {
        int count = to - from;
        grow(length + count, Integer.MAX_VALUE);
        System.arraycopy(more, from, bytes, length, count);
        length += count;
        int end = HeadParser.end(bytes, searched, length);
        searched = Math.max(0, length - 2);
        return end;
    }

    void beginBody(RequestHead of) {
        head = of;
        chunks = of.length() == RequestHead.CHUNKED ? new ChunkDecoder() : null;
        bytes = NOTHING;
        length = 0;
    }

    /**
     * Reads up to the next bytes of the body.
     *
     * @return where they begin, or where the reading ended
     */
    int skipToData(byte[] from, int at, int to) throws BadRequest {
        return chunks == null ? at : chunks.advance(from, at, to);
    }

    /** How many bytes of the body are to come from there on, as far as that is known. */
    long expected() {
        return chunks == null ? head.length() - length : chunks.left();
    }

    void addToBody(byte[] more, int from, int to) {
        int count = to - from;
        grow(length + count, chunks == null ? (int) head.length() : Integer.MAX_VALUE);
        System.arraycopy(more, from, bytes, length, count);
        length += count;
        if (chunks != null) {
            chunks.took(count);
        }
    }

    boolean isWhole() {
        return chunks == null ? length == head.length() : chunks.done();
    }

    byte[] body() {
        return bytes.length == length ? bytes : Arrays.copyOf(bytes, length);
    }

    private void grow(int atLeast, int atMost) {
        if (bytes.length < atLeast) {
            int size = Math.max(atLeast, Math.min(atMost, 2 * bytes.length));
            bytes = Arrays.copyOf(bytes, size);
        }
    }
}
