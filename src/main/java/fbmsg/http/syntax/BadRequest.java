package fbmsg.http.syntax;

/** A request that cannot be taken as it is: the status that says so, and why in a few words. */
public final class BadRequest extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;

    /** Without a stack trace: strangers send these by the thousand. */
    public BadRequest(int status, String why) {
        super(why, null, false, false);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
