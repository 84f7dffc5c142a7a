package fbmsg.http;

import java.time.Duration;

/**
 * What a listener takes at most, before a {@link Request} exists.
 *
 * @param largestBody bytes of one body; more is answered 413
 * @param bodiesInHand bytes of all bodies together; beyond it 503
 * @param requestsInHand requests being answered at once; beyond it 503
 * @param patience how long a part of a reply may take to leave; beyond it the connection is closed
 */
public record ListenerLimits(int largestBody, long bodiesInHand, int requestsInHand, Duration patience) {
    public static final ListenerLimits USUAL = new ListenerLimits(1 << 20, 8L << 20, 64);

    /** With the usual patience. */
    public ListenerLimits(int largestBody, long bodiesInHand, int requestsInHand) {
        this(largestBody, bodiesInHand, requestsInHand, Duration.ofSeconds(20));
    }

    public ListenerLimits withLargestBody(int bytes) {
        return new ListenerLimits(bytes, Math.max(bodiesInHand, bytes), requestsInHand, patience);
    }
}
