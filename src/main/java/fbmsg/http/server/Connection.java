package fbmsg.http.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/**
 * One connection. All of it is the selector's thread's, but its output is lent to who answers a request; what both touch is
 * under this object's lock.
 */
final class Connection {
    /** What is to become of a connection whose request was answered. */
    enum Fate {
        KEPT,
        /** in such a way that the answer can be read */
        CLOSED,
        DROPPED
    }

    final SocketChannel channel;
    final SelectionKey key;
    final Output output;

    /** What has come of the next request; null between requests. */
    Arrival arrival;

    /** What came behind the request that is being answered. */
    byte[] held;

    /** An answer of the server's own on its way. */
    Farewell farewell;

    /** Whether what comes is only read to be dropped, and how much that was. */
    boolean lingering;

    long dropped;

    /** The queue it is in, since when, and its neighbours there. */
    Queue queue;

    long since;
    Connection before;
    Connection behind;

    boolean closed;

    private boolean lent;
    private boolean answering;
    private Place kept;
    private Fate fate = Fate.KEPT;
    private boolean paused;

    Connection(SocketChannel channel, SelectionKey key) {
        this.channel = channel;
        this.key = key;
        this.output = new Output(channel, key);
    }

    /** From now on its output is that of the thread which answers. */
    synchronized void lend() {
        lent = true;
    }

    /** The answer leaves now, or has left: whoever reads it may send the next request before this connection is given back. */
    synchronized void answers() {
        answering = true;
    }

    /** The answer does not leave at once after all: what comes is behind a request that is not answered. */
    void waitsForReader() {
        synchronized (this) {
            answering = false;
        }
        passKept();
    }

    /** The place that was kept for a request, or null. */
    synchronized Place takeKept() {
        Place place = kept;
        kept = null;
        return place;
    }

    /** There is no request for the place that was kept. */
    void passKept() {
        Place place = takeKept();
        if (place != null) {
            place.pass();
        }
    }

    /** @return whether the selector must see to it now, and not when something comes */
    synchronized boolean giveBack(Fate becomes) {
        lent = false;
        answering = false;
        fate = becomes;
        return paused || held != null || becomes != Fate.KEPT;
    }

    synchronized boolean isLent() {
        return lent;
    }

    synchronized Fate fate() {
        return fate;
    }

    /**
     * Whether what has come may be read now. If not, nothing more is told of it until {@link #resume}: the far side's
     * system will hold its sender back. What comes behind an answer keeps the place of its time.
     */
    synchronized boolean mayRead(Order order) {
        if (!lent && fate == Fate.KEPT && held == null) {
            return true;
        }
        if (answering && kept == null) {
            kept = order.next();
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

    void close() {
        closed = true;
        output.close();
        try {
            channel.close();
        } catch (IOException e) {
            // there is nothing that it could still lose
        }
    }
}
