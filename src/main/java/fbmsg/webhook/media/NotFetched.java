package fbmsg.webhook.media;

/** A file could not be had from the far side. The message is {@code WHAT HAPPENED; WHAT TO DO}. */
final class NotFetched extends Exception {
    static final String BY_HAND = "fetch the record's URL yourself, for example with curl";

    private static final long serialVersionUID = 1L;

    NotFetched(String what) {
        this(what, BY_HAND);
    }

    NotFetched(String what, String todo) {
        super(what + "; " + todo);
    }
}
