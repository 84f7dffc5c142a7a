package fbmsg.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.Socket;

/** One connection on which a test says exactly what it likes; {@code |} is a line end. */
final class RawClient implements AutoCloseable {
    private final Socket socket;

    RawClient(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
    }

    RawClient says(String text) throws IOException {
        socket.getOutputStream().write(text.replace("|", "\r\n").getBytes(ISO_8859_1));
        return this;
    }

    /** All that comes until the end, its line ends as {@code |}. */
    String hears() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), ISO_8859_1).replace("\r\n", "|");
    }

    /** So many bytes. */
    String hears(int bytes) throws IOException {
        return new String(socket.getInputStream().readNBytes(bytes), ISO_8859_1).replace("\r\n", "|");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
