package fbmsg.message;

import java.util.Arrays;
import java.util.Optional;

/** Why a message is sent; Vonage maps it to Facebook's {@code messaging_type}. The API's default is a response. */
public enum Category {
    RESPONSE("response"),
    UPDATE("update"),
    MESSAGE_TAG("message_tag");

    private final String wire;

    Category(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }

    public static Optional<Category> of(String wire) {
        return Arrays.stream(values()).filter(c -> c.wire.equals(wire)).findFirst();
    }
}
