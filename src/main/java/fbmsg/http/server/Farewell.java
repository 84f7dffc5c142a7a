package fbmsg.http.server;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * An answer of the server's own, of which some may have left.
 *
 * @param kept whether another request may follow
 */
record Farewell(Answer answer, ByteBuffer start, ByteBuffer rest, boolean kept) {
    Farewell(Answer answer, ReplyBytes bytes) {
        this(answer, bytes.start(), bytes.rest(), bytes.kept());
    }

    /** @return whether all of it has left */
    boolean write(Output to) throws IOException {
        return to.write(start) && to.write(rest);
    }
}
