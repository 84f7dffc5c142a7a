package fbmsg.emulator;

import java.util.Locale;

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

    /** Whether it comes with an error. */
    public boolean isFailure() {
        return this == REJECTED || this == UNDELIVERABLE;
    }
}
