package fbmsg.http;

import com.sun.net.httpserver.HttpServer;
import fbmsg.Failure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A port of this machine, every request to it handed to one {@link Exchange}. */
public final class HttpListener implements AutoCloseable {
    /** Threads beyond those that answer: they read headers, and say 503 when all others are taken. */
    private static final int SPARE_THREADS = 16;

    private static final Duration LAST_MOMENT = Duration.ofMillis(250);

    static {
        // Settings of the JDK's server have no other door. The first: seconds that a request may take to arrive;
        // without
        // it, half-sent headers hold a thread for ever. The second: without it a kept-alive reply waits 40 ms on 17.
        setUnlessSet("sun.net.httpserver.maxReqTime", "10");
        setUnlessSet("sun.net.httpserver.nodelay", "true");
    }

    private final List<HttpServer> servers;
    private final ThreadPoolExecutor threads;
    private final Intake intake;
    private boolean closed;

    private HttpListener(List<HttpServer> servers, ThreadPoolExecutor threads, Intake intake) {
        this.servers = servers;
        this.threads = threads;
        this.intake = intake;
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
     * @param refusals is told, a line each, of requests that are too large to be taken
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
        int most = limits.requestsInHand() + SPARE_THREADS;
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(most, most, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "listener");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        Intake intake = new Intake(limits, exchange, own, refusals, bugs);
        List<HttpServer> servers = BoundServers.at(address, port);
        for (HttpServer server : servers) {
            server.createContext("/", intake);
            server.setExecutor(threads);
            server.start();
        }
        return new HttpListener(servers, threads, intake);
    }

    public int port() {
        return servers.get(0).getAddress().getPort();
    }

    /** Waits until nothing is in hand, at most that long. */
    void awaitIdle(Duration most) {
        intake.awaitIdle(most);
    }

    /**
     * Takes nothing new, gives what is in hand that long to be answered, and frees the port. What is not answered by then is
     * interrupted, and has a last moment to say so.
     */
    public synchronized void close(Duration grace) {
        if (closed) {
            return; // and whoever was first has finished
        }
        closed = true;
        intake.refuse();
        if (!intake.awaitIdle(grace)) {
            threads.shutdownNow();
            intake.awaitIdle(LAST_MOMENT);
        }
        servers.forEach(server -> server.stop(0));
        threads.shutdownNow();
    }

    @Override
    public void close() {
        close(Duration.ofSeconds(1));
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
