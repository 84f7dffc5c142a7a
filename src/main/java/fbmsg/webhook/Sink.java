package fbmsg.webhook;

/** Where events go. An event is acknowledged only when its sink has it. */
@FunctionalInterface
public interface Sink {
    /**
     * Takes one event.
     *
     * @throws fbmsg.Failure if it could not be taken and nothing more can be: the run ends
     */
    Taken take(Received received);

    /** What became of an event. */
    enum Taken {
        /** whatever came of it: it must not come again */
        DONE,
        /** not taken now: it is to be delivered again */
        LATER
    }
}
