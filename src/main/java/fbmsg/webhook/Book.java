package fbmsg.webhook;

/** Where it is written down which events are done, for the runs that come after. */
@FunctionalInterface
public interface Book {
    /**
     * Returns when it is on the disk.
     *
     * @throws fbmsg.Failure if it could not be written
     */
    void done(String id);
}
