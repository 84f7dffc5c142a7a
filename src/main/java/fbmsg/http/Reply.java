package fbmsg.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The answer to a request.
 *
 * @param body what is sent, unless there is a stream
 * @param stream writes the body instead, as long as it likes; {@link Stream#NONE} if there is none
 * @param departure told by a listener once, when the reply has left wholly or could not
 */
public record Reply(int status, Headers headers, byte[] body, Stream stream, Departure departure) {

    /** A body that is written as it comes to be. The constants here are no lambdas: linking those costs start-up time. */
    @FunctionalInterface
    public interface Stream {
        Stream NONE = new Stream() {
            @Override
            public void writeTo(OutputStream out) {
                // it has nothing to say
            }
        };

        /**
         * Writes until it has no more to say; what shall arrive at once must be flushed.
         *
         * @throws IOException if the far side has gone
         */
        void writeTo(OutputStream out) throws IOException;
    }

    /** What wants to know whether a reply has left. */
    @FunctionalInterface
    public interface Departure {
        Departure IGNORED = new Departure() {
            @Override
            public void done(boolean left) {
                // nobody wants to know
            }
        };

        /**
         * @param left false where the connection broke before the reply was written
         */
        void done(boolean left);
    }

    /** With a body that is at hand. */
    public Reply(int status, Headers headers, byte[] body, Departure departure) {
        this(status, headers, body, Stream.NONE, departure);
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
                status,
                headers.with("Content-Type", contentType),
                text.getBytes(StandardCharsets.UTF_8),
                stream,
                departure);
    }

    public Reply streamed(String contentType, Stream stream) {
        return new Reply(status, headers.with("Content-Type", contentType), body, stream, departure);
    }

    public Reply header(String name, String value) {
        return new Reply(status, headers.with(name, value), body, stream, departure);
    }

    public Reply whenGone(Departure then) {
        return new Reply(status, headers, body, stream, then);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
