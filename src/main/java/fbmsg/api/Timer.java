package fbmsg.api;

import java.time.Duration;

/** Time as it passes, and chance: what waiting between attempts is made of. */
public interface Timer {
    /** A reading that only ever grows, of which differences say how much time went by. */
    long nanos();

    /** Waits. */
    void pause(Duration duration) throws InterruptedException;

    /** A number from 0 (included) to 1 (excluded), any as likely as another. */
    double chance();
}
