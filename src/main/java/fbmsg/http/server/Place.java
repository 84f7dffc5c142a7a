package fbmsg.http.server;

/** A request's place in the order in which requests came in whole. It is given up at the latest when the request is answered. */
public final class Place {
    private final Order order;

    Place(Order order) {
        this.order = order;
    }

    /**
     * Has something done after what was given for the requests before this one: now, or by whoever answers one of those. At
     * most once, and not after {@link #pass}.
     *
     * @param deed waits for nothing and throws nothing, as others wait for it
     */
    public void take(Runnable deed) {
        order.take(this, deed);
    }

    /** There is nothing to be done in order: who comes after it waits for it no longer. */
    public void pass() {
        order.pass(this);
    }
}
