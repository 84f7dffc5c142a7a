package fbmsg.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import fbmsg.OwnThread;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Base64;

/** What a proxy on this machine does when it is asked for a tunnel. */
public final class TestProxy {
    private TestProxy() {}

    /** Makes it, whatever the name, to a port of this machine. */
    public static HostileServer.Manners tunnelTo(HostileServer farSide) {
        return (near, proxy) -> {
            answer(near, "200 Connection established");
            try (Socket far = new Socket(InetAddress.getByName("127.0.0.1"), farSide.port())) {
                OwnThread.run(() -> pump(far, near));
                pump(near, far);
            }
        };
    }

    /** Makes it for one user, and answers others 407. */
    public static HostileServer.Manners tunnelFor(String user, String password, HostileServer farSide) {
        String credentials = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(ISO_8859_1));
        return (near, proxy) -> {
            String head = proxy.heads().get(proxy.heads().size() - 1);
            if (head.contains("\r\nProxy-Authorization: Basic " + credentials + "\r\n")) {
                tunnelTo(farSide).answer(near, proxy);
            } else {
                answer(near, "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"test\"");
            }
        };
    }

    /** Makes it, and closes the connection when it should pass something on. */
    public static HostileServer.Manners breaking() {
        return (near, proxy) -> {
            answer(near, "200 Connection established");
            near.getInputStream().read(); // else the client may not have come so far
        };
    }

    /**
     * @param status and reason, and further headers if wanted
     */
    public static HostileServer.Manners answering(String status) {
        return (near, proxy) -> answer(near, status + "\r\nContent-Length: 0");
    }

    private static void answer(Socket near, String status) throws IOException {
        near.getOutputStream().write(("HTTP/1.1 " + status + "\r\n\r\n").getBytes(ISO_8859_1));
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // one of them has gone: the other goes too
        }
    }
}
