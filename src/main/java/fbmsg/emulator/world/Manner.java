package fbmsg.emulator.world;

import fbmsg.emulator.webhook.Courier;
import fbmsg.emulator.webhook.Delivery;
import fbmsg.emulator.webhook.WebhookSigner.Signing;
import java.time.Duration;
import java.util.Optional;

/**
 * How the webhooks of one message are delivered.
 *
 * @param late so much later, before the scale
 * @param reversed after what should come after it
 */
record Manner(boolean twice, boolean reversed, Duration late, Signing signing) {
    private static final Duration LATE = Duration.ofSeconds(60);

    static Manner of(Optional<Fault> fault) {
        return new Manner(
                fault.equals(Optional.of(Fault.DUPLICATE)),
                fault.equals(Optional.of(Fault.OUT_OF_ORDER)),
                fault.equals(Optional.of(Fault.LATE)) ? LATE : Duration.ZERO,
                fault.equals(Optional.of(Fault.UNSIGNED))
                        ? Signing.NONE
                        : fault.equals(Optional.of(Fault.BAD_SIGNATURE)) ? Signing.BAD : Signing.VALID);
    }

    boolean isLate() {
        return !late.isZero();
    }

    /** Hands it to the courier; returns what the next one is to come after. */
    Delivery post(Courier courier, Delivery.Webhook webhook, Optional<Delivery> before) {
        Delivery delivery = new Delivery(webhook);
        courier.take(delivery, before, late);
        if (!twice) {
            return delivery;
        }
        Delivery again = new Delivery(webhook);
        courier.take(again, Optional.of(delivery), late);
        return again;
    }
}
