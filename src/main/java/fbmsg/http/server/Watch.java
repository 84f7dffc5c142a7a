package fbmsg.http.server;

import java.util.function.LongSupplier;

/** A clock that is read once in a turn of the selector. In nanoseconds. */
final class Watch {
    private final LongSupplier clock;
    private long now;
    private boolean old = true;

    Watch(LongSupplier clock) {
        this.clock = clock;
    }

    long now() {
        if (old) {
            now = clock.getAsLong();
            old = false;
        }
        return now;
    }

    /** Time has passed since. */
    void later() {
        old = true;
    }
}
