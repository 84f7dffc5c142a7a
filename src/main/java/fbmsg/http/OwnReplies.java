package fbmsg.http;

/** How a listener itself answers what it does not hand on: what is malformed, too large or too slow, comes when it is busy, or met a bug. */
@FunctionalInterface
public interface OwnReplies {
    /**
     * @param status 400, 408, 413, 417, 431, 500, 501, 503 or 505
     * @param why a few words
     */
    Reply reply(int status, String why);
}
