package fbmsg.json.wire;

/** JSON that is no webhook of the Messages API: what is missing or wrong. */
public final class NotAnEvent extends Exception {
    private static final long serialVersionUID = 1L;

    public NotAnEvent(String reason) {
        super(reason);
    }
}
