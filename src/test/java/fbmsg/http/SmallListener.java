package fbmsg.http;

import java.io.IOException;

/** A listener in a process of its own: prints its port, and ends with its input; a bug ends it at once. */
final class SmallListener {
    private SmallListener() {}

    public static void main(String[] args) throws IOException {
        HttpListener listener = HttpListener.open(
                "127.0.0.1",
                0,
                ListenerLimits.USUAL,
                request -> Reply.text(200, Integer.toString(request.body().length)),
                bug -> {
                    bug.printStackTrace();
                    System.exit(1);
                });
        System.out.println(listener.port());
        System.in.read();
        listener.close();
    }
}
