package fbmsg.http;

import fbmsg.Failure;
import fbmsg.http.server.Limits;
import fbmsg.http.server.Server;
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** A port of this machine, every request to it handed to one {@link Exchange}. */
public final class HttpListener implements AutoCloseable {
    private final Server server;
    private final int port;

    private HttpListener(Server server, int port) {
        this.server = server;
        this.port = port;
    }

    /** With nobody to tell of requests that are too large. */
    public static HttpListener open(
            String address, int port, ListenerLimits limits, Exchange exchange, Consumer<Throwable> bugs) {
        return open(address, port, limits, exchange, refusal -> {}, bugs);
    }

    /** With replies of its own in plain text. */
    public static HttpListener open(
            String address,
            int port,
            ListenerLimits limits,
            Exchange exchange,
            Consumer<String> refusals,
            Consumer<Throwable> bugs) {
        return open(address, port, limits, exchange, Reply::text, refusals, bugs);
    }

    /**
     * Binds and starts.
     *
     * @param address a name or number of this machine, or null for both loopback addresses (::1 only where there is one)
     * @param port 0 takes any free one
     * @param exchange where it throws {@link NotSent} the request is answered 503, where {@link Unanswered} not at all
     * @param own how the listener answers what it does not hand on
     * @param refusals is told, a line each, of requests that are too large to be taken, and of what else keeps them out
     * @param bugs is told of what the exchange should not have thrown; the request is answered 500
     * @throws Failure if the port is in use or the address is not this machine's
     */
    public static HttpListener open(
            String address,
            int port,
            ListenerLimits limits,
            Exchange exchange,
            OwnReplies own,
            Consumer<String> refusals,
            Consumer<Throwable> bugs) {
        List<ServerSocketChannel> ports = BoundPorts.at(address, port);
        Limits most =
                Limits.usual(limits.largestBody(), limits.bodiesInHand(), limits.requestsInHand(), limits.patience());
        try {
            Server server = Server.open(ports, most, new Answering(exchange, own, refusals, bugs));
            return new HttpListener(server, BoundPorts.port(ports.get(0)));
        } catch (IOException e) {
            BoundPorts.free(ports);
            throw Failure.unreachable(
                    "port " + port + " cannot be listened on: " + e.getMessage(), "raise the limit of open files");
        }
    }

    public int port() {
        return port;
    }

    /** Waits until nothing is in hand, at most that long. */
    void awaitIdle(Duration most) {
        server.awaitIdle(most);
    }

    /**
     * Takes nothing new, gives what is in hand that long to be answered, and frees the port. What is not answered by then is
     * interrupted, and has a last moment to say so.
     */
    public void close(Duration grace) {
        server.close(grace);
    }

    @Override
    public void close() {
        close(Duration.ofSeconds(1));
    }
}
