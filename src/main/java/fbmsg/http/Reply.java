package fbmsg.http;

import java.nio.charset.StandardCharsets;

/**
 * The answer to a request.
 *
 * @param departure told by a listener once, when the reply has left wholly or could not
 */
public record Reply(int status, Headers headers, byte[] body, Departure departure) {

    /** What wants to know whether a reply has left. */
    @FunctionalInterface
    public interface Departure {
        Departure IGNORED = left -> {};

        /**
         * @param left false where the connection broke before the reply was written
         */
        void done(boolean left);
    }

    public static Reply of(int status) {
        return new Reply(status, Headers.NONE, new byte[0], Departure.IGNORED);
    }

    public static Reply text(int status, String text) {
        return of(status).body("text/plain; charset=utf-8", text + "\n");
    }

    public static Reply json(int status, String json) {
        return of(status).body("application/json", json);
    }

    public Reply body(String contentType, String text) {
        return new Reply(
                status, headers.with("Content-Type", contentType), text.getBytes(StandardCharsets.UTF_8), departure);
    }

    public Reply header(String name, String value) {
        return new Reply(status, headers.with(name, value), body, departure);
    }

    public Reply whenGone(Departure then) {
        return new Reply(status, headers, body, then);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
