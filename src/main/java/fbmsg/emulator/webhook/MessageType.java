package fbmsg.emulator.webhook;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of message that a page and a user may send each other; the wire's names in lower case. */
public enum MessageType {
    TEXT,
    IMAGE,
    AUDIO,
    VIDEO,
    FILE;

    public static List<String> names() {
        return Arrays.stream(values()).map(MessageType::wire).toList();
    }

    public static Optional<MessageType> of(Optional<String> name) {
        return Arrays.stream(values())
                .filter(type -> name.equals(Optional.of(type.wire())))
                .findFirst();
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where a request holds what is sent, from the member that names the type on: a text, else a URL. */
    public String path() {
        return this == TEXT ? "text" : wire() + ".url";
    }
}
