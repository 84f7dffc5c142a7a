package fbmsg.http.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/**
 * One connection. All of it is the selector's thread's, but while a request is being answered, who answers writes to the
 * channel; what both touch is under this object's lock.
 */
final class Connection {
    /** What is to become of a connection whose request was answered. */
    enum Fate {
        KEPT,
        /** after a shutdown that lets the answer be read */
        CLOSED,
        DROPPED
    }

    /** At once, so that the buffer that the JDK keeps for each thread that writes stays small. */
    private static final int PIECE = 64 << 10;

    final SocketChannel channel;
    final SelectionKey key;

    /** What has come of the next request; null between requests. */
    Arrival arrival;

    /** What came behind the request that is being answered. */
    byte[] held;

    /** An answer of the server's own on its way. */
    Farewell farewell;

    /** Whether what comes is only read to be dropped, and how much that was. */
    boolean lingering;

    long dropped;

    /** The list it is in, waiting for something, since when, and its neighbours there. */
    Queue queue;

    long since;
    Connection before;
    Connection behind;

    private boolean answering;
    private Fate fate = Fate.KEPT;
    private boolean paused;
    private boolean writable;
    private boolean closed;

    Connection(SocketChannel channel, SelectionKey key) {
        this.channel = channel;
        this.key = key;
    }

    /** From now on the connection is that of the thread which answers. */
    synchronized void lend() {
        answering = true;
    }

    /** @return whether the selector must see to it now, not when something comes */
    synchronized boolean giveBack(Fate becomes) {
        answering = false;
        fate = becomes;
        return paused || held != null || becomes != Fate.KEPT;
    }

    synchronized boolean isLent() {
        return answering;
    }

    synchronized Fate fate() {
        return fate;
    }

    /**
     * Whether what has come may be read now. If not, nothing more is told of it until {@link #resume}: the far side's
     * system will hold its sender back.
     */
    synchronized boolean mayRead() {
        if (!answering && fate == Fate.KEPT && held == null) {
            return true;
        }
        paused = true;
        key.interestOpsAnd(~SelectionKey.OP_READ);
        return false;
    }

    synchronized void resume() {
        if (paused) {
            paused = false;
            key.interestOpsOr(SelectionKey.OP_READ);
        }
    }

    /** As much as the system takes now. */
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
     * All of it, by the thread that answers.
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
        while (!writable) {
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

    synchronized void nowWritable() {
        key.interestOpsAnd(~SelectionKey.OP_WRITE);
        writable = true;
        notifyAll();
    }

    /** What has come of a request is given up, or has become one. */
    void forget(InHand inHand) {
        Queue.leave(this);
        if (arrival != null) {
            inHand.weigh(-arrival.weight);
            inHand.release(arrival.reserved);
            arrival = null;
        }
    }

    /** What has come is read, so that closing does not become a reset that takes an answer with it. */
    void readOut(ByteBuffer bytes) {
        try {
            channel.shutdownOutput();
            int count = 1;
            for (int i = 0; i < 16 && count > 0; i++) {
                bytes.clear();
                count = channel.read(bytes);
            }
        } catch (IOException e) {
            // its sender has gone
        }
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** @return whether it was open */
    boolean close() {
        synchronized (this) {
            if (closed) {
                return false;
            }
            closed = true;
            notifyAll();
        }
        try {
            channel.close();
        } catch (IOException e) {
            // there is nothing that it could still lose
        }
        return true;
    }
}
