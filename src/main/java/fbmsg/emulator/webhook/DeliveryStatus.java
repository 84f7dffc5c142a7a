package fbmsg.emulator.webhook;

import java.util.Locale;
import java.util.Optional;

/** What a status webhook says became of a message. */
public enum DeliveryStatus {
    SUBMITTED,
    DELIVERED,
    READ,
    REJECTED,
    UNDELIVERABLE;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The error that it comes with most often; empty if it comes with none. */
    public Optional<DeliveryError> usualError() {
        return switch (this) {
            case REJECTED -> Optional.of(DeliveryError.OUTSIDE_WINDOW);
            case UNDELIVERABLE -> Optional.of(DeliveryError.UNREACHABLE);
            case SUBMITTED, DELIVERED, READ -> Optional.empty();
        };
    }
}
