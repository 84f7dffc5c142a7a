package fbmsg.emulator.rules;

import fbmsg.json.Document;
import java.util.List;
import java.util.Optional;

/**
 * The member {@code messenger} of a request: why the page writes, in Facebook's terms. Both versions have the same.
 *
 * @param category what Facebook calls the messaging type
 * @param tag names the reason where the category alone does not
 */
public record MessengerOptions(Optional<String> category, Optional<String> tag) {
    private static final String TAGGED = "message_tag";
    private static final Rule CATEGORY = Rule.oneOf(List.of("response", "update", TAGGED));

    /** That a tag is mandatory stands in the prose of the category. */
    public static void inspect(Document body, String path, Inspection inspection) {
        inspection.optional(path + ".category", CATEGORY);
        if (read(body, path).category().equals(Optional.of(TAGGED))) {
            inspection.required(path + ".tag", Rule.filled());
        } else {
            inspection.optional(path + ".tag", Rule.string());
        }
    }

    public static MessengerOptions read(Document body, String path) {
        return new MessengerOptions(body.text(path + ".category"), body.text(path + ".tag"));
    }
}
