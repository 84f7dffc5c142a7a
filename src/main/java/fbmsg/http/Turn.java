package fbmsg.http;

/** A request's place in the order in which requests came in whole at a listener, for what has to be done in that order. */
public interface Turn {
    /** Of a request that came in at no listener. No lambda: linking one costs start-up time. */
    Turn AT_ONCE = new Turn() {
        @Override
        public void take(Runnable deed) {
            deed.run();
        }

        @Override
        public void pass() {
            // nobody waits
        }
    };

    /**
     * Has something done after what was given for the requests before this one: now, or later on another's thread. At most
     * once, and not after {@link #pass}.
     *
     * @param deed waits for nothing and throws nothing, as others wait for it
     */
    void take(Runnable deed);

    /** There is nothing to be done in order. Who does not say so holds up those that come after, until it has answered. */
    void pass();
}
