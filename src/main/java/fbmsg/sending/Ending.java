package fbmsg.sending;

import fbmsg.Failure;
import java.util.Optional;

/** What ends a batch before its last line. */
final class Ending {
    private final Pace pace;
    private Failure failure;

    Ending(Pace pace) {
        this.pace = pace;
    }

    /** Nothing more leaves; what is on its way ends as it ends. */
    void stop() {
        pace.stop();
    }

    boolean isStopped() {
        return pace.isStopped();
    }

    /** Something is wrong on this side; the first one is told. */
    synchronized void fail(Failure e) {
        failure = failure == null ? e : failure;
        stop();
    }

    synchronized Optional<Failure> failure() {
        return Optional.ofNullable(failure);
    }
}
