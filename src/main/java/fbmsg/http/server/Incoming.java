package fbmsg.http.server;

import fbmsg.http.syntax.BadRequest;

/**
 * Requests that have begun to come in: how long they may take, and how much memory all of them together. Where it does not
 * suffice, those give way that have been coming for longest, as of most of them nothing will become.
 */
final class Incoming {
    /** A body that takes that long gives up its memory to one that comes in at once. */
    private static final long SLOW_NANOS = 1_000_000_000;

    private final Watch watch;
    private final InHand inHand;
    private final Farewells farewells;
    private final Queue heads;
    private final Queue bodies;

    Incoming(Limits limits, InHand inHand, Farewells farewells, Watch watch) {
        this.watch = watch;
        this.inHand = inHand;
        this.farewells = farewells;
        this.heads = new Queue(limits.times().head());
        this.bodies = new Queue(limits.times().body());
    }

    void beginHead(Connection connection) {
        heads.add(connection, watch.now());
    }

    void beginBody(Connection connection) {
        bodies.add(connection, watch.now());
    }

    /** @throws BadRequest if there is no memory for its head */
    void weigh(Connection connection) throws BadRequest {
        int more = connection.arrival.actualWeight() - connection.arrival.weight;
        connection.arrival.weight += more;
        boolean fits = inHand.weigh(more);
        while (!fits && more > 0) {
            Connection oldest = oldest();
            if (oldest == connection) {
                throw busy();
            }
            farewells.refuse(oldest, 503, Farewells.BUSY);
            fits = inHand.weigh(0);
        }
    }

    /** @throws BadRequest if there is no memory for so many bytes more of its body */
    void reserve(Connection connection, int count) throws BadRequest {
        while (!inHand.reserve(count)) {
            Connection oldest = bodies.first();
            if (oldest == null || oldest == connection || watch.now() - oldest.since < SLOW_NANOS) {
                throw busy();
            }
            farewells.refuse(oldest, 503, Farewells.BUSY);
        }
        connection.arrival.reserved += count;
    }

    private static BadRequest busy() {
        return new BadRequest(503, Farewells.BUSY);
    }

    /** The one that began first, or null. */
    Connection oldest() {
        Connection head = heads.first();
        Connection body = bodies.first();
        return head == null || body != null && body.since - head.since < 0 ? body : head;
    }

    void expire(long now) {
        for (Connection slow = heads.due(now); slow != null; slow = heads.due(now)) {
            farewells.refuse(slow, 408, "the head took too long");
        }
        for (Connection slow = bodies.due(now); slow != null; slow = bodies.due(now)) {
            farewells.refuse(slow, 408, "the body took too long");
        }
    }

    long untilDue(long now, long otherwise) {
        return bodies.untilDue(now, heads.untilDue(now, otherwise));
    }
}
