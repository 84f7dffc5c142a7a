package fbmsg.http;

import java.io.IOException;
import java.io.OutputStream;

/**
 * The answer to a download, and what became of its body.
 *
 * @param reply as it came, without its body
 */
public record Download(Reply reply, Body body) {

    /** What became of a body. */
    public enum Body {
        /** all of it */
        WRITTEN,
        /** there is more of it than was allowed; a part may have been written */
        TOO_LARGE,
        /** it is no file, since the status is not 200: nothing was written */
        LEFT
    }

    /** Of a reply that is at hand. */
    static Download of(Reply reply, OutputStream to, long most) throws IOException {
        Body body = reply.status() != 200 ? Body.LEFT : reply.body().length > most ? Body.TOO_LARGE : Body.WRITTEN;
        if (body == Body.WRITTEN) {
            to.write(reply.body());
        }
        return new Download(new Reply(reply.status(), reply.headers(), new byte[0], reply.departure()), body);
    }
}
