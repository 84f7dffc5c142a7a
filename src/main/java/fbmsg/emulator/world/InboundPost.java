package fbmsg.emulator.world;

import fbmsg.emulator.webhook.Courier;
import fbmsg.emulator.webhook.Delivery;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Posts what users write, one user's messages one after the other; what is to come out of order is held back until something
 * newer has been tried.
 */
final class InboundPost {
    /** Nothing newer may come. */
    private static final Duration LONGEST_HELD = Duration.ofSeconds(60);

    /** Conversations whose last message is remembered: of others the next one may overtake it. */
    private static final int MOST = 1_000;

    private final Courier courier;
    private final Map<String, Delivery> last = new LinkedHashMap<>();
    private Optional<Delivery.Webhook> held = Optional.empty();

    InboundPost(Courier courier) {
        this.courier = courier;
    }

    /**
     * @param conversation the page and the user, as one name
     */
    synchronized void take(String conversation, Delivery.Webhook webhook, Manner manner) {
        if (manner.reversed() && held.isEmpty()) {
            held = Optional.of(webhook);
            courier.later(LONGEST_HELD, () -> release(webhook));
            return;
        }
        Optional<Delivery> before = Optional.ofNullable(last.remove(conversation));
        Delivery newer = manner.post(courier, webhook, manner.isLate() ? Optional.empty() : before);
        if (!manner.isLate()) {
            last.put(conversation, newer);
        }
        if (last.size() > MOST) {
            last.remove(last.keySet().iterator().next());
        }
        held.ifPresent(older -> courier.take(new Delivery(older), Optional.of(newer), Duration.ZERO));
        held = Optional.empty();
    }

    synchronized void forget() {
        held = Optional.empty();
        last.clear();
    }

    private synchronized void release(Delivery.Webhook webhook) {
        if (held.filter(same -> same == webhook).isPresent()) {
            held = Optional.empty();
            courier.take(new Delivery(webhook), Optional.empty(), Duration.ZERO);
        }
    }
}
