package fbmsg.message;

import java.util.Arrays;
import java.util.Optional;

/** How far a message has come, the least first. Statuses come in any order, and some never: who has read it has it. */
public enum Stage {
    SUBMITTED("submitted"),
    DELIVERED("delivered"),
    READ("read");

    private final String wire;

    Stage(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }

    public static Optional<Stage> of(String wire) {
        return Arrays.stream(values()).filter(stage -> stage.wire.equals(wire)).findFirst();
    }
}
