package fbmsg.emulator.world;

import fbmsg.emulator.webhook.DeliveryError;
import fbmsg.emulator.webhook.DeliveryStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of a message, step by step.
 *
 * @param after since the step before, before the scale
 */
record Fate(DeliveryStatus becomes, Optional<DeliveryError> error, Duration after) {
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private static final Fate SUBMITTED = step(DeliveryStatus.SUBMITTED, Duration.ZERO);
    private static final Fate DELIVERED = step(DeliveryStatus.DELIVERED, A_MOMENT);
    private static final Fate READ = step(DeliveryStatus.READ, A_MOMENT);

    /** What is wrong is known at once. */
    static List<Fate> refused(DeliveryError error) {
        return List.of(new Fate(error.status(), Optional.of(error), Duration.ZERO));
    }

    /** What is wrong turns out at Facebook. */
    static List<Fate> failed(DeliveryError error) {
        return List.of(SUBMITTED, new Fate(error.status(), Optional.of(error), A_MOMENT));
    }

    /** The user has it, and reads it. */
    static List<Fate> good() {
        return List.of(SUBMITTED, DELIVERED, READ);
    }

    static List<Fate> of(Fault fault) {
        if (fault.equals(Fault.UNDELIVERED)) {
            return List.of(SUBMITTED);
        }
        if (fault.equals(Fault.UNREAD)) {
            return List.of(SUBMITTED, DELIVERED);
        }
        return refused(DeliveryError.of(fault.number()).orElseThrow());
    }

    /** A message that stands in for it is sent. */
    boolean callsForAnother() {
        return becomes == DeliveryStatus.REJECTED;
    }

    private static Fate step(DeliveryStatus status, Duration after) {
        return new Fate(status, Optional.empty(), after);
    }
}
