package fbmsg.webhook;

import java.util.HashSet;
import java.util.Set;

/**
 * Which events are in hand and which are done: webhooks are delivered at least once, sinks are to get them once. The last
 * that are done are remembered.
 */
final class Duplicates {
    private final Set<String> inHand = new HashSet<>();
    private final Remembered<Boolean> done = new Remembered<>();

    /** What is known of an event. */
    enum State {
        /** not seen, and from now on in hand */
        TAKEN,
        IN_HAND,
        DONE
    }

    synchronized State begin(String id) {
        if (done.containsKey(id)) {
            return State.DONE;
        }
        return inHand.add(id) ? State.TAKEN : State.IN_HAND;
    }

    synchronized void done(String id) {
        inHand.remove(id);
        done.put(id, true);
    }

    /** It was not taken after all: its redelivery is welcome. */
    synchronized void forget(String id) {
        inHand.remove(id);
    }
}
