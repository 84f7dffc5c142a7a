package fbmsg.emulator.webhook;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The webhooks that are remembered: as many and as heavy as there is room for. Safe for many threads. */
final class Deliveries {
    static final int MOST = 10_000;

    /** Characters of bodies and URLs, all together. */
    private static final long HEAVIEST = 32L << 20;

    private final Deque<Delivery> all = new ArrayDeque<>();
    private long weighs;

    synchronized void add(Delivery delivery) {
        all.addLast(delivery);
        weighs += delivery.weight();
    }

    /** One that there is no room for, taken out: the oldest that has ended; if all still wait, the oldest. */
    synchronized Optional<Delivery> tooMuch() {
        if (all.size() <= MOST && (weighs <= HEAVIEST || all.size() == 1)) {
            return Optional.empty();
        }
        Delivery oldest = all.peekFirst();
        for (Iterator<Delivery> each = all.iterator(); each.hasNext(); ) {
            Delivery one = each.next();
            if (one.isOver()) {
                oldest = one;
                break;
            }
        }
        all.remove(oldest);
        weighs -= oldest.weight();
        return Optional.of(oldest);
    }

    /** The oldest first. */
    synchronized List<Delivery> all() {
        return List.copyOf(all);
    }

    /** Gives what was remembered, and remembers nothing. */
    synchronized List<Delivery> clear() {
        List<Delivery> before = List.copyOf(all);
        all.clear();
        weighs = 0;
        return before;
    }
}
