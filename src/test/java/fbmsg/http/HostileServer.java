package fbmsg.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A far side that does with each connection what a test tells it, and keeps what it was asked. */
public final class HostileServer implements AutoCloseable {
    /** What is done with a connection whose request's head has been read. */
    public interface Manners {
        void answer(Socket socket, HostileServer server) throws IOException;
    }

    private final ServerSocket socket;
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);

    public HostileServer(Manners manners) throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), manners);
    }

    /**
     * @param socket a port of 127.0.0.1
     */
    public HostileServer(ServerSocket socket, Manners manners) {
        this.socket = socket;
        Thread acceptor = new Thread(() -> accept(manners), "hostile");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    /** Reads the body, then writes these bytes and closes the connection. */
    public static Manners answering(String bytes) {
        return (socket, server) -> {
            server.readBody(socket);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        };
    }

    /** Reads the body, writes these bytes and then nothing more until the test ends. */
    public static Manners stallingAfter(String bytes) {
        return (socket, server) -> {
            answering(bytes).answer(socket, server);
            server.awaitEnd();
        };
    }

    public static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** The heads of the requests that came, in order. */
    public List<String> heads() {
        return heads;
    }

    /** Reads what the last head's Content-Length announced. */
    public void readBody(Socket connection) throws IOException {
        String head = heads.get(heads.size() - 1);
        int length = head.lines()
                .filter(line -> line.regionMatches(true, 0, "Content-Length:", 0, 15))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
        connection.getInputStream().readNBytes(length);
    }

    /** Reads the next request's head; the first has been read. */
    void readHead(Socket connection) throws IOException {
        heads.add(head(connection.getInputStream()));
    }

    private void accept(Manners manners) {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread thread = new Thread(() -> serve(connection, manners), "hostile connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket connection, Manners manners) {
        try (connection) {
            readHead(connection);
            manners.answer(connection, this);
        } catch (IOException e) {
            // the client has gone
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int b = in.read();
            if (b < 0) {
                throw new IOException("the head is not whole");
            }
            head.write(b);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    /** Waits until the test closes the server. */
    public void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        end.countDown();
        socket.close();
    }
}
