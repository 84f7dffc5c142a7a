package fbmsg.http.server;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The order in which requests came in whole. They are answered on many threads, of which any may be held up: what has to be
 * done in order is given here, and nobody waits for it.
 */
final class Order {
    /** By place, what is to be done there; null as long as that is not known. */
    private final Map<Place, Runnable> deeds = new LinkedHashMap<>();

    /** The place after all others. */
    synchronized Place next() {
        Place place = new Place(this);
        deeds.put(place, null);
        return place;
    }

    synchronized void take(Place place, Runnable deed) {
        if (!deeds.replace(place, null, deed)) {
            throw new IllegalStateException("this place was given up");
        }
        goOn();
    }

    synchronized void pass(Place place) {
        if (deeds.remove(place, null)) {
            goOn();
        }
    }

    synchronized boolean isEmpty() {
        return deeds.isEmpty();
    }

    /** With the lock held: else the next would be done beside this one. */
    private void goOn() {
        while (!deeds.isEmpty()) {
            Map.Entry<Place, Runnable> first = deeds.entrySet().iterator().next();
            Runnable deed = first.getValue();
            if (deed == null) {
                return;
            }
            deeds.remove(first.getKey());
            deed.run();
        }
    }
}
