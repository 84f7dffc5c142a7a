package fbmsg.cli;

import java.util.List;

/** The exit codes: the numbers of sysexits.h and of shells where they have one. */
public enum Exit {
    OK(0, "ok"),
    NO(1, "no"),
    USAGE(2, "usage"),
    DATA(65, "data"),
    MISSING(66, "missing"),
    UNAVAILABLE(69, "unavailable"),
    BUG(70, "bug"),
    NOT_WRITTEN(74, "not_written"),
    TEMPORARY(75, "temporary"),
    UNKNOWN(76, "outcome_unknown"),
    REFUSED(77, "refused"),
    CONFIGURATION(78, "configuration"),
    TIMED_OUT(124, "timed_out"),
    INTERRUPTED(130, "interrupted"),
    CLOSED_PIPE(141, "closed_pipe"),
    TERMINATED(143, "terminated");

    /** Of many things that happened, the exit code is that of the first in this order. */
    private static final List<Exit> WORST_FIRST =
            List.of(NOT_WRITTEN, UNKNOWN, REFUSED, CONFIGURATION, DATA, UNAVAILABLE, TEMPORARY, NO, TIMED_OUT, OK);

    private final int code;
    private final String slug;

    Exit(int code, String slug) {
        this.code = code;
        this.slug = slug;
    }

    public int code() {
        return code;
    }

    /** The {@code code} of an error record. */
    public String slug() {
        return slug;
    }

    /** The worse of two, for a run that did many things. */
    public Exit or(Exit other) {
        return WORST_FIRST.indexOf(this) <= WORST_FIRST.indexOf(other) ? this : other;
    }

    /** Whether the same command may succeed later, and surely did nothing now. */
    public boolean retryable() {
        return this == TEMPORARY || this == UNAVAILABLE;
    }
}
