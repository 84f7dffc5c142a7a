package fbmsg.http.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fbmsg.http.syntax.BadRequest;
import fbmsg.http.syntax.HeadParser;
import fbmsg.http.syntax.Octets;
import fbmsg.http.syntax.RequestHead;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Makes requests of what comes in, and holds the limits on it. Of the selector's thread alone. */
final class Arrivals {
    static final String BUSY = "busy; try again later";

    private static final byte[] GO_ON = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(US_ASCII);
    private static final byte TLS_HANDSHAKE = 0x16;

    /** A body that has been on its way for so long gives up its memory to one that comes in at once. */
    private static final long SLOW_NANOS = 1_000_000_000;

    private final Loop loop;
    private final Limits.Sizes sizes;
    private final int mostFields;
    private final InHand inHand;
    private final Farewells farewells;
    private final Queue heads;
    private final Queue bodies;

    Arrivals(Loop loop, Limits limits, InHand inHand, Farewells farewells) {
        this.loop = loop;
        this.sizes = limits.sizes();
        this.mostFields = sizes.fields();
        this.inHand = inHand;
        this.farewells = farewells;
        this.heads = new Queue(limits.times().head());
        this.bodies = new Queue(limits.times().body());
    }

    /** Takes what has come; at most up to the end of one request. */
    void take(Connection from, byte[] bytes, int at, int to) throws IOException {
        try {
            if (from.arrival == null) {
                begin(from, bytes, at, to);
            } else if (from.arrival.head() == null) {
                goOnWithHead(from, bytes, at, to);
            } else {
                takeBody(from, bytes, at, to);
            }
        } catch (BadRequest e) {
            farewells.refuse(from, e.status(), e.getMessage());
        }
    }

    private void begin(Connection from, byte[] bytes, int start, int to) throws BadRequest, IOException {
        int at = start;
        while (at < to && (bytes[at] == '\r' || bytes[at] == '\n')) {
            at++; // some senders end a body with a line of its own
        }
        if (at == to) {
            return;
        }
        if (bytes[at] == TLS_HANDSHAKE) {
            farewells.refuseTls(from);
            return;
        }
        if (!Octets.isOfToken(bytes[at])) {
            throw new BadRequest(400, "the request line is malformed");
        }
        int end = HeadParser.end(bytes, at, to);
        from.arrival = new Arrival();
        if (end < 0) {
            heads.add(from, loop.now());
            goOnWithHead(from, bytes, at, to);
        } else {
            headCame(from, bytes, at, end, to);
        }
    }

    private void goOnWithHead(Connection from, byte[] bytes, int at, int to) throws BadRequest, IOException {
        Arrival arrival = from.arrival;
        int end = arrival.addToHead(bytes, at, to);
        if (end >= 0) {
            headCame(from, arrival.bytes(), 0, end, arrival.length());
        } else if (arrival.length() > sizes.head()) {
            throw tooLargeHead();
        } else {
            weigh(from);
        }
    }

    private void headCame(Connection from, byte[] bytes, int at, int end, int to) throws BadRequest, IOException {
        if (end - at > sizes.head()) {
            throw tooLargeHead();
        }
        Arrival arrival = from.arrival;
        RequestHead head = HeadParser.parse(bytes, at, end, mostFields);
        arrival.beginBody(head);
        if (head.length() > sizes.body()) {
            throw tooLargeBody();
        }
        if (!arrival.isWhole()) {
            bodies.add(from, loop.now());
            weigh(from);
            if (head.asksToGoOn() && end == to) {
                from.write(ByteBuffer.wrap(GO_ON)); // what does not fit into an empty buffer never will
            }
        }
        takeBody(from, bytes, end, to);
    }

    private void takeBody(Connection from, byte[] bytes, int start, int to) throws BadRequest {
        Arrival arrival = from.arrival;
        int at = arrival.skipToData(bytes, start, to);
        while (at < to && !arrival.isWhole()) {
            if (arrival.length() + arrival.expected() > sizes.body()) {
                throw tooLargeBody();
            }
            int count = (int) Math.min(arrival.expected(), to - at);
            makeRoom(from, count);
            arrival.addToBody(bytes, at, at + count);
            at = arrival.skipToData(bytes, at + count, to);
        }
        if (arrival.isWhole()) {
            wholeCame(from, bytes, at, to);
        }
    }

    private void wholeCame(Connection from, byte[] bytes, int at, int to) {
        Arrival arrival = from.arrival;
        if (!inHand.take()) {
            farewells.decline(from, at == to);
            return;
        }
        int reserved = arrival.reserved;
        arrival.reserved = 0; // the one who answers gives it back
        from.forget(inHand);
        from.held = at == to ? null : Arrays.copyOfRange(bytes, at, to);
        loop.answer(from, arrival.head(), arrival.body(), reserved);
    }

    /** The oldest give way, as in time nothing will become of most of them. */
    private void weigh(Connection from) throws BadRequest {
        int more = from.arrival.actualWeight() - from.arrival.weight;
        from.arrival.weight += more;
        if (inHand.weigh(more) || more <= 0) {
            return;
        }
        do {
            Connection oldest = oldest();
            if (oldest == null || oldest == from) {
                throw new BadRequest(503, BUSY);
            }
            farewells.refuse(oldest, 503, BUSY);
        } while (!inHand.weigh(0));
    }

    private Connection oldest() {
        Connection head = heads.first();
        Connection body = bodies.first();
        return head == null || body != null && body.since - head.since < 0 ? body : head;
    }

    private void makeRoom(Connection from, int count) throws BadRequest {
        while (!inHand.reserve(count)) {
            Connection oldest = bodies.first();
            if (oldest == null || oldest == from || loop.now() - oldest.since < SLOW_NANOS) {
                throw new BadRequest(503, BUSY);
            }
            farewells.refuse(oldest, 503, BUSY);
        }
        from.arrival.reserved += count;
    }

    /** The sender says nothing more: what has not come will not. */
    void end(Connection from) {
        if (from.arrival == null) {
            loop.drop(from);
        } else {
            farewells.refuse(from, 400, "the request ended before its end");
        }
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

    /** The request that has been arriving for longest, to make room for another connection. */
    Connection slowest() {
        return oldest();
    }

    private BadRequest tooLargeHead() {
        return new BadRequest(431, "the head is larger than " + sizes.head() + " bytes");
    }

    private BadRequest tooLargeBody() {
        return new BadRequest(413, "the body is larger than " + sizes.body() + " bytes");
    }
}
