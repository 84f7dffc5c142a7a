package fbmsg.emulator.world;

import fbmsg.emulator.webhook.Courier;
import fbmsg.emulator.webhook.Delivery;
import java.time.Duration;
import java.util.Optional;

/** Posts what users write; what is to come out of order is held back until something newer has been tried. */
final class InboundPost {
    /** Nothing newer may come. */
    private static final Duration LONGEST_HELD = Duration.ofSeconds(60);

    private final Courier courier;
    private Optional<Delivery.Webhook> held = Optional.empty();

    InboundPost(Courier courier) {
        this.courier = courier;
    }

    synchronized void take(Delivery.Webhook webhook, Manner manner) {
        if (manner.reversed() && held.isEmpty()) {
            held = Optional.of(webhook);
            courier.later(LONGEST_HELD, () -> release(webhook));
            return;
        }
        Delivery newer = manner.post(courier, webhook, Optional.empty());
        held.ifPresent(older -> courier.take(new Delivery(older, Optional.of(newer)), Duration.ZERO));
        held = Optional.empty();
    }

    synchronized void forget() {
        held = Optional.empty();
    }

    private synchronized void release(Delivery.Webhook webhook) {
        if (held.filter(same -> same == webhook).isPresent()) {
            held = Optional.empty();
            courier.take(new Delivery(webhook, Optional.empty()), Duration.ZERO);
        }
    }
}
