package fbmsg.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/**
 * One request to a listener of its own, on another port of this machine: the first one that comes to the real listener is
 * then not the first of its kind.
 */
public final class ListenerWarmUp {
    private ListenerWarmUp() {}

    /** The answer as it came, once it is there; empty if none came. */
    public static String run(Exchange exchange, Request request) {
        try (HttpListener listener = HttpListener.open("127.0.0.1", 0, ListenerLimits.USUAL, exchange, bug -> {});
                Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), listener.port())) {
            socket.getOutputStream().write(bytes(request));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        } catch (IOException e) {
            return ""; // then the first request takes its time
        }
    }

    private static byte[] bytes(Request request) {
        StringBuilder head = new StringBuilder(request.method() + " " + request.path() + " HTTP/1.1\r\n");
        for (Headers.Field field : request.headers().fields()) {
            head.append(field.name()).append(": ").append(field.value()).append("\r\n");
        }
        head.append("Host: 127.0.0.1\r\nConnection: close\r\nContent-Length: ")
                .append(request.body().length)
                .append("\r\n\r\n");
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.toString().getBytes(ISO_8859_1));
        all.writeBytes(request.body());
        return all.toByteArray();
    }
}
