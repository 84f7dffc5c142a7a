package fbmsg.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A far side on this machine that answers one request, whatever it is, with 202. */
final class OneAnswer implements AutoCloseable {
    private static final byte[] ANSWER = ("HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 2\r\nConnection: close\r\n\r\n{}")
            .getBytes(ISO_8859_1);
    private static final int LARGEST = 4096;

    private final ServerSocket socket;

    private OneAnswer(ServerSocket socket) {
        this.socket = socket;
    }

    static OneAnswer open() throws IOException {
        OneAnswer opened = new OneAnswer(new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1")));
        Thread thread = new Thread(opened::answer, "one answer");
        thread.setDaemon(true);
        thread.start();
        return opened;
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    private void answer() {
        try (Socket connection = socket.accept()) {
            connection.getInputStream().read(new byte[LARGEST]);
            connection.getOutputStream().write(ANSWER);
            connection.shutdownOutput();
            connection
                    .getInputStream()
                    .read(new byte[LARGEST]); // a body that came later; closing on it would be a reset
        } catch (IOException e) {
            // whoever asked is gone
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
