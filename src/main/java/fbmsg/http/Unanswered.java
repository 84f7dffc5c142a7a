package fbmsg.http;

/** The request left, and no usable answer came: it may or may not have been taken. */
public final class Unanswered extends Exception {
    private static final long serialVersionUID = 1L;

    public Unanswered(String what, Throwable cause) {
        super(what, cause);
    }
}
