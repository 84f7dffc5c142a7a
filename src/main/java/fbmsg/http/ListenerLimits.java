package fbmsg.http;

/**
 * What a listener takes at most, before a {@link Request} exists.
 *
 * @param largestBody bytes of one body; more is answered 413
 * @param bodiesInHand bytes of all bodies together; beyond it 503
 * @param requestsInHand requests being answered at once; beyond it 503
 */
public record ListenerLimits(int largestBody, long bodiesInHand, int requestsInHand) {
    public static final ListenerLimits USUAL = new ListenerLimits(1 << 20, 8L << 20, 64);

    public ListenerLimits withLargestBody(int bytes) {
        return new ListenerLimits(bytes, Math.max(bodiesInHand, bytes), requestsInHand);
    }
}
