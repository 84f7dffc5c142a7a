package fbmsg.http.syntax;

/**
 * What stands before the body of a request.
 *
 * @param target the path from the slash on, with the query where there is one, or {@code *}
 * @param old whether it is of HTTP/1.0
 * @param fields names and values in turn, in the order and case in which they came
 * @param length bytes of the body that is to follow, or {@link #CHUNKED}
 * @param asksToGoOn whether the sender waits for a 100 before the body
 * @param persistent whether another request may follow on the connection
 */
public record RequestHead(
        String method,
        String target,
        boolean old,
        String[] fields,
        long length,
        boolean asksToGoOn,
        boolean persistent) {
    public static final long CHUNKED = -1;

    /** About how many bytes of memory it takes. */
    public int weight() {
        int weight = 100 + method.length() + target.length();
        for (String text : fields) {
            weight += 50 + text.length();
        }
        return weight;
    }
}
