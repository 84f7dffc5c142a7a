package fbmsg.http.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** Whoever connects to a server under test, and says byte by byte what it likes. */
final class Visitor implements AutoCloseable {
    final Socket socket;
    private final InputStream in;

    Visitor(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
    }

    /** In the text {@code |} is a line end. */
    Visitor says(String text) throws IOException {
        return sends(text.replace("|", "\r\n").getBytes(ISO_8859_1));
    }

    Visitor sends(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /** Asks and reads the answer. */
    String asks(String text) throws IOException {
        return says(text).hears();
    }

    /** The next answer: its status, and its body if it has one. */
    String hears() throws IOException {
        String head = head();
        int status = Integer.parseInt(head.substring(9, 12));
        int length = head.lines()
                .filter(line -> line.startsWith("Content-Length: "))
                .mapToInt(line -> Integer.parseInt(line.substring(16)))
                .findFirst()
                .orElse(0);
        String body = new String(in.readNBytes(length), ISO_8859_1);
        return (status + " " + body).strip();
    }

    /** A head up to its empty line, with LF alone at its line ends. */
    String head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int octet = in.read();
            if (octet < 0) {
                throw new IOException("no head but: " + head);
            }
            head.write(octet);
        }
        return head.toString(ISO_8859_1).replace("\r\n", "\n").strip();
    }

    /** All that comes until the end. */
    String hearsToTheEnd() throws IOException {
        return new String(in.readAllBytes(), ISO_8859_1).replace("\r\n", "\n");
    }

    /** The first line, or nothing if the connection ends; whatever it takes, each time that nothing has come. */
    String hearsWhile(Runnable timePasses) throws IOException {
        socket.setSoTimeout(5);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            try {
                int octet = in.read();
                if (octet < 0 || octet == '\n') {
                    return line.toString(ISO_8859_1).strip();
                }
                line.write(octet);
            } catch (SocketTimeoutException e) {
                timePasses.run();
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
