package fbmsg.http;

import com.sun.net.httpserver.HttpServer;
import fbmsg.Failure;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
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
        // Settings of the JDK's server have no other door. Seconds that a request may take to arrive: without it
        // half-sent
        // headers hold a thread for ever. No delay: without it a kept-alive reply waits 40 ms on Java 17.
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

    /**
     * Binds and starts.
     *
     * @param address a name or number of this machine, or null for both loopback addresses (::1 only where there is one)
     * @param port 0 takes any free one
     * @param bugs is told of what the exchange should not have thrown; the request is answered 500
     * @throws Failure if the port is in use or the address is not this machine's
     */
    public static HttpListener open(
            String address, int port, ListenerLimits limits, Exchange exchange, Consumer<Throwable> bugs) {
        int most = limits.requestsInHand() + SPARE_THREADS;
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(most, most, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "listener");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        Intake intake = new Intake(limits, exchange, bugs);
        List<HttpServer> servers = new ArrayList<>();
        try {
            if (address != null) {
                servers.add(bind(InetAddress.getByName(address), port, address));
            } else {
                servers.add(bind(InetAddress.getByName("127.0.0.1"), port, "127.0.0.1"));
                bindSecondLoopback(servers, port == 0);
            }
        } catch (UnknownHostException e) {
            throw Failure.unreachable("there is no address " + address, "give --bind an address of this machine");
        } catch (Failure e) {
            servers.forEach(HttpListener::free);
            throw e;
        }
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

    private static HttpServer bind(InetAddress address, int port, String typed) {
        try {
            return HttpServer.create(new InetSocketAddress(address, port), 0);
        } catch (BindException e) {
            String reason = String.valueOf(e.getMessage());
            if (reason.contains("in use")) {
                throw Failure.unreachable(
                        "port " + port + " of " + typed + " is in use", "stop what uses it, or give another --port");
            }
            if (reason.contains("ermission")) {
                throw Failure.unreachable(
                        "port " + port + " may not be bound by this user", "give a --port of 1024 or more");
            }
            throw Failure.unreachable(
                    typed + " is not an address of this machine", "give --bind an address of this machine");
        } catch (IOException e) {
            throw Failure.unreachable(
                    "port " + port + " of " + typed + " could not be bound: " + e.getMessage(), "give another --port");
        }
    }

    /**
     * Tunnels connect to {@code localhost}, which is ::1 first on many machines. On a port of the caller's choice another
     * program at ::1 would take their webhooks, so that is an error; on a port of ours it is not worth one.
     */
    private static void bindSecondLoopback(List<HttpServer> servers, boolean anyPort) throws UnknownHostException {
        InetAddress loopback6 = InetAddress.getByName("::1");
        try {
            InetSocketAddress address =
                    new InetSocketAddress(loopback6, servers.get(0).getAddress().getPort());
            servers.add(HttpServer.create(address, 0));
        } catch (BindException e) {
            if (!anyPort && String.valueOf(e.getMessage()).contains("in use")) {
                throw Failure.unreachable(
                        "port " + servers.get(0).getAddress().getPort() + " of ::1 is in use",
                        "stop what uses it, or give another --port");
            }
        } catch (SocketException e) {
            // no IPv6 on this machine
        } catch (IOException e) {
            throw Failure.unreachable("the port could not be bound on ::1: " + e.getMessage(), "give another --port");
        }
    }

    /** A server of the JDK's that was never started keeps its port when it is stopped. */
    private static void free(HttpServer server) {
        server.start();
        server.stop(0);
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
