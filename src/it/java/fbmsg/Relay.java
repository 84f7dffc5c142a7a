package fbmsg;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** A wire to a server on this machine, which can be cut and mended; or a tunnel, whose other end is told later. */
final class Relay implements AutoCloseable {
    private final ServerSocket door;
    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    Relay(String url) throws IOException {
        this();
        leadsTo(URI.create(url).getPort());
    }

    /** Whoever connects waits until it is known where this leads to. */
    Relay() throws IOException {
        door = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        OwnThread.run(this::serve);
    }

    void leadsTo(int there) {
        port.complete(there);
    }

    String url() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    /** Whoever is connected is not any more, and nobody else will be. */
    void cut() {
        cut = true;
        open.forEach(Relay::end);
    }

    void mend() {
        cut = false;
    }

    private void serve() {
        try {
            while (true) {
                Socket near = door.accept();
                if (cut) {
                    end(near);
                } else {
                    connect(near);
                }
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void connect(Socket near) {
        try {
            Socket far = new Socket(InetAddress.getLoopbackAddress(), port.join());
            OwnThread.run(() -> pump(near, far));
            OwnThread.run(() -> pump(far, near));
        } catch (IOException e) {
            end(near); // nobody is there, or not any more
        }
    }

    private void pump(Socket from, Socket to) {
        open.add(from);
        if (cut) {
            end(from);
        }
        try (from;
                to;
                InputStream in = from.getInputStream()) {
            in.transferTo(to.getOutputStream());
        } catch (IOException e) {
            // one of them has gone: the other goes too
        } finally {
            open.remove(from);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it has gone
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }
}
