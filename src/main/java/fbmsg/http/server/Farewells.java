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
    static final String BUSY = "busy; try again later";

    /** How much of what is still sent is read and dropped. */
    private static final long MOST_DROPPED = 64L << 20;

    private final Connections connections;
    private final Watch watch;
    private final Service service;
    private final Lending lending;
    private final InHand inHand;
    private final Queue leaving;
    private final Queue lingering;
    private boolean tlsTold;

    Farewells(Connections connections, Limits limits, Service service, Lending lending, Watch watch) {
        this.connections = connections;
        this.watch = watch;
        this.service = service;
        this.lending = lending;
        this.inHand = lending.inHand();
        this.leaving = new Queue(limits.times().patience());
        this.lingering = new Queue(limits.times().farewell());
    }

    /** Whatever has come of its request is dropped, and what is to come. */
    void refuse(Connection connection, int status, String why) {
        if (status == 413 || status == 431) {
            lending.tell("a request was answered " + status + ": " + why);
        }
        say(connection, status, why, false);
    }

    /** A request that came wholly, and has no place. */
    void decline(Connection connection, boolean nothingBehind) {
        boolean kept = nothingBehind && connection.arrival.head().persistent() && !inHand.isRefusing();
        say(connection, 503, BUSY, kept);
    }

    void refuseTls(Connection connection) {
        if (!tlsTold) {
            tlsTold = true;
            lending.tell("somebody speaks TLS to the port; give the tunnel an address that begins with http://");
        }
        connections.drop(connection);
    }

    void drop(Connection connection) {
        connections.drop(connection);
    }

    private void say(Connection connection, int status, String why, boolean kept) {
        RequestHead head = connection.arrival == null ? null : connection.arrival.head();
        connection.forget(inHand);
        connection.passKept();
        Answer answer = service.own(status, why);
        try {
            connection.farewell = new Farewell(answer, ReplyBytes.of(answer, head, kept));
        } catch (IllegalArgumentException e) {
            service.bug(e);
            Call.tell(service, answer, false);
            connections.drop(connection);
            return;
        }
        goOn(connection);
    }

    void goOn(Connection connection) {
        Farewell farewell = connection.farewell;
        try {
            if (!farewell.write(connection.output)) {
                if (connection.queue != leaving) {
                    leaving.add(connection, watch.now());
                    connection.key.interestOps(SelectionKey.OP_WRITE);
                }
                return;
            }
        } catch (IOException e) {
            connections.drop(connection);
            return;
        }
        connection.farewell = null;
        Call.tell(service, farewell.answer(), true);
        if (farewell.kept()) {
            connection.key.interestOps(SelectionKey.OP_READ);
            connections.keep(connection);
        } else {
            leave(connection);
        }
    }

    /** Says that nothing more comes from here, and waits until nothing more comes from there. */
    void leave(Connection connection) {
        connection.passKept();
        try {
            connection.channel.shutdownOutput();
            connection.lingering = true;
            connection.key.interestOps(SelectionKey.OP_READ);
            lingering.add(connection, watch.now());
        } catch (IOException e) {
            connections.drop(connection);
        }
    }

    void dropWhatComes(Connection connection, ByteBuffer bytes) throws IOException {
        bytes.clear();
        int count = connection.channel.read(bytes);
        connection.dropped += Math.max(0, count);
        if (count < 0 || connection.dropped > MOST_DROPPED) {
            connections.drop(connection);
        }
    }

    void expire(long now) {
        for (Connection slow = leaving.due(now); slow != null; slow = leaving.due(now)) {
            connections.drop(slow);
        }
        for (Connection slow = lingering.due(now); slow != null; slow = lingering.due(now)) {
            connections.drop(slow);
        }
    }

    long untilDue(long now, long otherwise) {
        return leaving.untilDue(now, lingering.untilDue(now, otherwise));
    }

    /** The connection that has been ending for longest, to make room for another. */
    Connection oldest() {
        return lingering.first() != null ? lingering.first() : leaving.first();
    }
}
