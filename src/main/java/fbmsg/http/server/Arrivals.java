package fbmsg.http.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fbmsg.http.syntax.BadRequest;
import fbmsg.http.syntax.HeadParser;
import fbmsg.http.syntax.Octets;
import fbmsg.http.syntax.RequestHead;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Makes requests of what comes in, and holds the limits on each. Of the selector's thread alone. */
final class Arrivals {
    private static final byte[] GO_ON = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(US_ASCII);
    private static final byte TLS_HANDSHAKE = 0x16;

    private final Limits.Sizes sizes;
    private final InHand inHand;
    private final Lending lending;
    private final Incoming incoming;
    private final Farewells farewells;

    Arrivals(Limits limits, InHand inHand, Lending lending, Incoming incoming, Farewells farewells) {
        this.sizes = limits.sizes();
        this.inHand = inHand;
        this.lending = lending;
        this.incoming = incoming;
        this.farewells = farewells;
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
            at++; // some senders end a body with a line end that does not count
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
        from.arrival = new Arrival();
        int end = HeadParser.end(bytes, at, to);
        if (end < 0) {
            incoming.beginHead(from);
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
            incoming.weigh(from);
        }
    }

    private void headCame(Connection from, byte[] bytes, int at, int end, int to) throws BadRequest, IOException {
        if (end - at > sizes.head()) {
            throw tooLargeHead();
        }
        Arrival arrival = from.arrival;
        RequestHead head = HeadParser.parse(bytes, at, end, sizes.fields());
        arrival.beginBody(head);
        if (head.length() > sizes.body()) {
            throw tooLargeBody();
        }
        if (head.length() > to - end || head.length() == RequestHead.CHUNKED) {
            incoming.beginBody(from);
            incoming.weigh(from);
            if (head.asksToGoOn() && end == to && !from.output.write(ByteBuffer.wrap(GO_ON))) {
                throw new IOException("the far side does not read");
            }
        }
        takeBody(from, bytes, end, to);
    }

    private void takeBody(Connection from, byte[] bytes, int start, int to) throws BadRequest {
        Arrival arrival = from.arrival;
        int at = arrival.skipToData(bytes, start, to);
        while (!arrival.isWhole()) {
            if (arrival.length() + arrival.expected() > sizes.body()) {
                throw tooLargeBody();
            }
            if (at == to) {
                return;
            }
            int count = (int) Math.min(arrival.expected(), to - at);
            incoming.reserve(from, count);
            arrival.addToBody(bytes, at, at + count);
            at = arrival.skipToData(bytes, at + count, to);
        }
        wholeCame(from, bytes, at, to);
    }

    private void wholeCame(Connection from, byte[] bytes, int at, int to) {
        if (!inHand.take()) {
            farewells.decline(from, at == to);
            return;
        }
        Arrival arrival = from.arrival;
        int reserved = arrival.reserved;
        arrival.reserved = 0; // who answers gives it back
        from.forget(inHand);
        from.held = at == to ? null : Arrays.copyOfRange(bytes, at, to);
        lending.lend(from, arrival.head(), arrival.body(), reserved);
    }

    /** The sender says nothing more: what has not come will not. */
    void end(Connection from) {
        if (from.arrival == null) {
            farewells.drop(from);
        } else {
            farewells.refuse(from, 400, "the request ended before its end");
        }
    }

    private BadRequest tooLargeHead() {
        return new BadRequest(431, "the head is larger than " + sizes.head() + " bytes");
    }

    private BadRequest tooLargeBody() {
        return new BadRequest(413, "the body is larger than " + sizes.body() + " bytes");
    }
}
