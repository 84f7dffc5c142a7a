package fbmsg.webhook;

/** Where events go. An event is acknowledged only when its sink has it. */
@FunctionalInterface
public interface Sink {
    /**
     * Takes one event; one call at a time.
     *
     * @throws fbmsg.Failure if it could not be taken and nothing more can be
     */
    void take(Received received);
}
