package fbmsg.http.server;

import fbmsg.http.syntax.RequestHead;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;

/**
 * Answers of the server's own, and the end of connections: who is refused while still sending gets to read the answer, as
 * closing at once would be a reset. Of the selector's thread alone.
 */
final class Farewells {
    /** How much of what is still sent is read and dropped. */
    private static final long MOST_DROPPED = 64L << 20;

    private final Loop loop;
    private final Service service;
    private final InHand inHand;
    private final Queue leaving;
    private final Queue lingering;
    private boolean tlsTold;

    Farewells(Loop loop, Limits limits, InHand inHand, Service service) {
        this.loop = loop;
        this.service = service;
        this.inHand = inHand;
        this.leaving = new Queue(limits.times().patience());
        this.lingering = new Queue(limits.times().farewell());
    }

    /** Whatever has come of its request is dropped, and what is to come. */
    void refuse(Connection connection, int status, String why) {
        if (status == 413 || status == 431) {
            service.refused("a request was answered " + status + ": " + why);
        }
        say(connection, status, why, false);
    }

    /** A request that came wholly, and has no place. */
    void decline(Connection connection, boolean nothingBehind) {
        boolean kept = nothingBehind && connection.arrival.head().persistent() && !inHand.isRefusing();
        say(connection, 503, Arrivals.BUSY, kept);
    }

    void refuseTls(Connection connection) {
        if (!tlsTold) {
            tlsTold = true;
            service.refused("somebody speaks TLS to the port; give the tunnel an address that begins with http://");
        }
        loop.drop(connection);
    }

    private void say(Connection connection, int status, String why, boolean kept) {
        RequestHead head = connection.arrival == null ? null : connection.arrival.head();
        connection.forget(inHand);
        Answer answer = service.own(status, why);
        connection.farewell = new Farewell(answer, ReplyBytes.of(answer, head, kept));
        goOn(connection);
    }

    void goOn(Connection connection) {
        Farewell farewell = connection.farewell;
        try {
            if (!farewell.write(connection)) {
                if (connection.queue != leaving) {
                    leaving.add(connection, loop.now());
                    connection.key.interestOps(SelectionKey.OP_WRITE);
                }
                return;
            }
        } catch (IOException e) {
            loop.drop(connection);
            return;
        }
        connection.farewell = null;
        Call.tell(service, farewell.answer(), true);
        if (farewell.kept()) {
            connection.key.interestOps(SelectionKey.OP_READ);
            loop.keep(connection);
        } else {
            leave(connection);
        }
    }

    /** Says that nothing more comes from here, and waits until nothing more comes from there. */
    void leave(Connection connection) {
        try {
            connection.channel.shutdownOutput();
            connection.lingering = true;
            connection.key.interestOps(SelectionKey.OP_READ);
            lingering.add(connection, loop.now());
        } catch (IOException e) {
            loop.drop(connection);
        }
    }

    void dropWhatComes(Connection connection, ByteBuffer bytes) throws IOException {
        bytes.clear();
        int count = connection.channel.read(bytes);
        connection.dropped += Math.max(0, count);
        if (count < 0 || connection.dropped > MOST_DROPPED) {
            loop.drop(connection);
        }
    }

    void expire(long now) {
        for (Connection slow = leaving.due(now); slow != null; slow = leaving.due(now)) {
            loop.drop(slow);
        }
        for (Connection slow = lingering.due(now); slow != null; slow = lingering.due(now)) {
            loop.drop(slow);
        }
    }

    long untilDue(long now, long otherwise) {
        return leaving.untilDue(now, lingering.untilDue(now, otherwise));
    }

    /** The connection that has been ending for longest, to make room for another. */
    Connection slowest() {
        return lingering.first();
    }
}
