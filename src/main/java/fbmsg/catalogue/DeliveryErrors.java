package fbmsg.catalogue;

import java.util.List;
import java.util.stream.Stream;

/** Why messages are not delivered: the codes of status webhooks. */
public final class DeliveryErrors {
    private static final List<DeliveryError> ALL = Stream.concat(
                    read("delivery-errors.txt", true), read("delivery-errors-of-other-channels.txt", false))
            .toList();

    private DeliveryErrors() {}

    /** All, those that may concern Messenger first, by number. */
    public static List<DeliveryError> all() {
        return ALL;
    }

    /**
     * All that go by that name; a code has one at most, a title may be of several.
     *
     * @param code four digits, with or without what stands before them in a {@code type}; or a title
     * @return none, where nothing is known of it
     */
    public static List<DeliveryError> find(String code) {
        Asked asked = Asked.of(code);
        return ALL.stream()
                .filter(error -> asked.is(error.code()) || asked.is(error.title()))
                .toList();
    }

    private static Stream<DeliveryError> read(String file, boolean messenger) {
        return Paragraph.read(file).stream()
                .map(entry -> new DeliveryError(
                        entry.required("code"),
                        messenger,
                        entry.required("title"),
                        entry.required("meaning"),
                        Retry.of(entry.required("retry")),
                        entry.required("next"),
                        entry.required("source")));
    }
}
