package fbmsg;

/**
 * Something is wrong on this side of the wire: the command line, the settings, a key, a file, a port.
 *
 * <p>The message is one line, {@code WHAT HAPPENED; WHAT TO DO}. What the far side answers is never a failure but a
 * value ({@code api.Outcome}).
 */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of thing is wrong; the command line turns each into one exit code. */
    public enum Kind {
        /** the command line contradicts itself or lacks something */
        USAGE,
        /** no application, no key, a malformed or too new config file, a secret in it */
        CONFIGURATION,
        /** malformed input, a text too long, a file that is not a usable private key */
        DATA,
        /** a named file is missing or cannot be read */
        MISSING,
        /** a port in use, a host that does not answer, a connection that is not allowed */
        UNREACHABLE,
        /** a file or stream could not be written */
        NOT_WRITTEN,
        /** whoever read our output has gone */
        CLOSED_PIPE
    }

    private final Kind kind;

    private Failure(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    public static Failure usage(String what, String todo) {
        return new Failure(Kind.USAGE, what + "; " + todo, null);
    }

    public static Failure configuration(String what, String todo) {
        return new Failure(Kind.CONFIGURATION, what + "; " + todo, null);
    }

    public static Failure data(String what, String todo) {
        return new Failure(Kind.DATA, what + "; " + todo, null);
    }

    public static Failure missing(String what, String todo) {
        return new Failure(Kind.MISSING, what + "; " + todo, null);
    }

    public static Failure unreachable(String what, String todo) {
        return new Failure(Kind.UNREACHABLE, what + "; " + todo, null);
    }

    public static Failure notWritten(String what, String todo, Throwable cause) {
        return new Failure(Kind.NOT_WRITTEN, what + "; " + todo, cause);
    }

    public static Failure closedPipe(Throwable cause) {
        return new Failure(Kind.CLOSED_PIPE, "the reader of the output has gone", cause);
    }
}
