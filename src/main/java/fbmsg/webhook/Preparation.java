package fbmsg.webhook;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/** What is done with each event before its sink gets it; several may be prepared at once. */
@FunctionalInterface
public interface Preparation {
    /** Nothing. */
    Preparation NONE = received -> CompletableFuture.completedFuture(null);

    /**
     * Begins; called in the order in which events came in, and waits for nothing.
     *
     * @return done when the sink may have it; failed if it may not, and the run ends
     */
    Future<?> begin(Received received);
}
