package fbmsg.http;

/** How a listener itself answers what it does not hand on: what is too large, comes when it is busy, or met a bug. */
@FunctionalInterface
public interface OwnReplies {
    /**
     * @param status 413, 500 or 503
     * @param why a few words
     */
    Reply reply(int status, String why);
}
