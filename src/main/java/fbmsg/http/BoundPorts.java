package fbmsg.http;

import fbmsg.Failure;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.UnsupportedAddressTypeException;
import java.util.ArrayList;
import java.util.List;

/** Ports that are bound: one for an address, or one for each loopback address. */
final class BoundPorts {
    /** Connections that may wait to be taken; the system may allow fewer. */
    private static final int BACKLOG = 1024;

    private BoundPorts() {}

    /**
     * @param address null for both loopback addresses (::1 only where there is one)
     * @throws Failure if the port is in use or the address is not this machine's
     */
    static List<ServerSocketChannel> at(String address, int port) {
        List<ServerSocketChannel> ports = new ArrayList<>();
        try {
            if (address != null) {
                ports.add(bind(InetAddress.getByName(address), port, address));
            } else {
                ports.add(bind(InetAddress.getByName("127.0.0.1"), port, "127.0.0.1"));
                bindSecondLoopback(ports, port == 0);
            }
        } catch (UnknownHostException e) {
            throw Failure.unreachable("there is no address " + address, "give --bind an address of this machine");
        } catch (Failure e) {
            free(ports);
            throw e;
        }
        return ports;
    }

    private static ServerSocketChannel bind(InetAddress address, int port, String typed) {
        try {
            return open(new InetSocketAddress(address, port));
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
    private static void bindSecondLoopback(List<ServerSocketChannel> ports, boolean anyPort)
            throws UnknownHostException {
        InetAddress loopback6 = InetAddress.getByName("::1");
        try {
            ports.add(open(new InetSocketAddress(loopback6, port(ports.get(0)))));
        } catch (BindException e) {
            if (!anyPort && String.valueOf(e.getMessage()).contains("in use")) {
                throw Failure.unreachable(
                        "port " + port(ports.get(0)) + " of ::1 is in use",
                        "stop what uses it, or give another --port");
            }
        } catch (SocketException e) {
            // no IPv6 on this machine
        } catch (IOException e) {
            throw Failure.unreachable("the port could not be bound on ::1: " + e.getMessage(), "give another --port");
        }
    }

    private static ServerSocketChannel open(InetSocketAddress address) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            return channel.bind(address, BACKLOG);
        } catch (UnsupportedAddressTypeException e) {
            free(channel);
            throw new SocketException("no IPv6");
        } catch (IOException e) {
            free(channel);
            throw e;
        }
    }

    static void free(List<ServerSocketChannel> ports) {
        ports.forEach(BoundPorts::free);
    }

    private static void free(ServerSocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // it was not in use
        }
    }

    static int port(ServerSocketChannel channel) {
        return channel.socket().getLocalPort();
    }
}
