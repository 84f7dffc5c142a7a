package fbmsg.http.server;

import java.time.Duration;

/**
 * What a server takes at most.
 *
 * @param sizes of what arrives
 * @param requests being answered at once; beyond it 503
 * @param connections open at once; beyond it the one that has been idle longest is closed
 * @param times of what is waited for
 */
public record Limits(Sizes sizes, int requests, int connections, Times times) {

    /**
     * All but one in bytes.
     *
     * @param head of one request; more is answered 431
     * @param fields of one head, their number; more is answered 431
     * @param heads of all requests together whose arrival has begun; beyond it the oldest is answered 503
     * @param body of one request; more is answered 413
     * @param bodies together, of requests that arrive or are being answered; beyond it 503
     */
    public record Sizes(int head, int fields, int heads, int body, long bodies) {}

    /**
     * All in nanoseconds.
     *
     * @param head from a request's first byte to its last header field; beyond it 408
     * @param body from there to the body's end; beyond it 408
     * @param idle between requests
     * @param patience until an answer, or a part of a streamed one, has been taken by the far side's system
     * @param farewell until a sender who was refused has stopped sending
     */
    public record Times(long head, long body, long idle, long patience, long farewell) {}

    private static final int HEAD = 32 << 10;
    private static final int FIELDS = 200;
    private static final int HEADS = 4 << 20;
    private static final int CONNECTIONS = 12_000;

    /** With the usual limits of heads, connections and times. */
    public static Limits usual(int body, long bodies, int requests, Duration patience) {
        return new Limits(
                new Sizes(HEAD, FIELDS, HEADS, body, bodies),
                requests,
                CONNECTIONS,
                new Times(seconds(10), seconds(10), seconds(75), patience.toNanos(), seconds(5)));
    }

    private static long seconds(long seconds) {
        return seconds * 1_000_000_000;
    }
}
