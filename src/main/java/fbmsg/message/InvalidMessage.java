package fbmsg.message;

/** A value that the Messages API would refuse: what is wrong with it and what to do, as one line. */
public final class InvalidMessage extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public InvalidMessage(String what, String todo) {
        super(what + "; " + todo);
    }
}
