package fbmsg.http.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** What leaves on a connection: as much as the system takes at once, or, on a thread that may wait, all of it. */
final class Output {
    /** At once, so that the buffer that the JDK keeps for each thread that writes stays small. */
    private static final int PIECE = 64 << 10;

    private final SocketChannel channel;
    private final SelectionKey key;
    private boolean writable;
    private boolean closed;

    Output(SocketChannel channel, SelectionKey key) {
        this.channel = channel;
        this.key = key;
    }

    /** @return whether all of it has left */
    boolean write(ByteBuffer bytes) throws IOException {
        int end = bytes.limit();
        while (bytes.position() < end) {
            int piece = Math.min(PIECE, end - bytes.position());
            bytes.limit(bytes.position() + piece);
            int written = channel.write(bytes);
            bytes.limit(end);
            if (written < piece) {
                return !bytes.hasRemaining();
            }
        }
        return true;
    }

    /**
     * Waits until all of it has left.
     *
     * @throws IOException if the far side has gone, or has not taken it within that time
     */
    void write(ByteBuffer bytes, long nanos) throws IOException {
        long end = System.nanoTime() + nanos;
        while (!write(bytes)) {
            awaitWritable(end);
        }
    }

    private synchronized void awaitWritable(long end) throws IOException {
        if (!closed) {
            writable = false;
            key.interestOpsOr(SelectionKey.OP_WRITE);
            key.selector().wakeup();
        }
        while (closed || !writable) {
            long left = (end - System.nanoTime() + 999_999) / 1_000_000;
            if (closed || left <= 0) {
                throw new IOException(closed ? "closed" : "the far side does not read");
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("the listener closes", e);
            }
        }
    }

    /** By the selector's thread. */
    synchronized void nowWritable() {
        key.interestOpsAnd(~SelectionKey.OP_WRITE);
        writable = true;
        notifyAll();
    }

    /** Nobody may wait any more, and the key may not be touched. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
