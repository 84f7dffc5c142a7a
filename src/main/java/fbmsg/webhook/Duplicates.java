package fbmsg.webhook;

import java.util.HashSet;
import java.util.Set;

/**
 * Which events are in hand and which are done: webhooks are delivered at least once, sinks are to get them once. The last
 * that are done are remembered, and written down where a {@link Book} is kept.
 */
public final class Duplicates {
    /** Events that are remembered as done. */
    public static final int MOST_DONE = Remembered.MOST;

    private final Book book;
    private final Set<String> inHand = new HashSet<>();
    private final Remembered done = new Remembered();

    /** What is known of an event. */
    enum State {
        /** not seen, and from now on in hand */
        TAKEN,
        IN_HAND,
        DONE
    }

    /** For this run alone. */
    public Duplicates() {
        this(id -> {});
    }

    public Duplicates(Book book) {
        this.book = book;
    }

    /**
     * An event that an earlier run has done.
     *
     * @return false if that is known already
     */
    public synchronized boolean doneBefore(String id) {
        return done.putIfAbsent(id, 0) < 0;
    }

    synchronized State begin(String id) {
        if (done.mark(id) >= 0) {
            return State.DONE;
        }
        return inHand.add(id) ? State.TAKEN : State.IN_HAND;
    }

    /**
     * The sink has it. It stays in hand until that is written down.
     *
     * @throws fbmsg.Failure if it cannot be
     */
    void done(String id) {
        book.done(id);
        synchronized (this) {
            done.putIfAbsent(id, 0);
            inHand.remove(id);
        }
    }

    /** It was not taken after all: its redelivery is welcome. */
    synchronized void forget(String id) {
        inHand.remove(id);
    }
}
