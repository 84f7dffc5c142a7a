package fbmsg.http;

import com.sun.net.httpserver.HttpServer;
import fbmsg.Failure;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/** Servers of the JDK's that have a port and are not started: one for an address, or one for each loopback address. */
final class BoundServers {
    private BoundServers() {}

    /**
     * @param address null for both loopback addresses (::1 only where there is one)
     * @throws Failure if the port is in use or the address is not this machine's
     */
    static List<HttpServer> at(String address, int port) {
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
            servers.forEach(BoundServers::free);
            throw e;
        }
        return servers;
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
}
