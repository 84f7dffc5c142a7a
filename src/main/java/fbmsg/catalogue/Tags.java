package fbmsg.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Messenger's message tags, those that were removed too. */
public final class Tags {
    /** What becomes of a message with a tag that Messenger does not take. */
    private static final String RISK = "the message may be rejected with 1021";

    private static final List<Tag> ALL =
            Paragraph.read("tags.txt").stream().map(Tags::read).toList();

    private Tags() {}

    /** All, the usable ones first. */
    public static List<Tag> all() {
        return ALL;
    }

    /** The names of those that Messenger takes. */
    public static List<String> usable() {
        return ALL.stream()
                .filter(tag -> tag.state() == Tag.State.USABLE)
                .map(Tag::code)
                .toList();
    }

    /**
     * @param name in any case
     */
    public static Optional<Tag> find(String name) {
        Asked asked = Asked.of(name);
        return ALL.stream().filter(tag -> asked.is(tag.code())).findFirst();
    }

    /**
     * Why Messenger may not take a tag. It is for Messenger to refuse it: the list may have changed since.
     *
     * @param tag as it will be sent
     * @return one line, {@code WHAT; WHAT TO DO}, with the tag as it came; empty, where there is nothing to say
     */
    public static Optional<String> warning(String tag) {
        Optional<Tag> known = find(tag);
        if (known.isEmpty()) {
            return Optional.of("nothing is known of the tag '" + tag + "', " + RISK + "; " + instead(tag));
        }
        return switch (known.get().state()) {
            case USABLE -> misspelled(tag, known.get().code());
            case REMOVED ->
                Optional.of("Facebook removed the tag " + known.get().code() + since(known.get()) + ", " + RISK + "; "
                        + known.get().advice());
            case UNKNOWN ->
                Optional.of("the tag " + known.get().code() + " is not in Facebook's list, " + RISK + "; "
                        + known.get().advice());
        };
    }

    private static Optional<String> misspelled(String tag, String right) {
        return tag.equals(right)
                ? Optional.empty()
                : Optional.of("the tag '" + tag + "' is not in Facebook's spelling, " + RISK + "; write " + right);
    }

    private static String since(Tag tag) {
        return tag.since().map(day -> " on " + day).orElse("");
    }

    private static String instead(String tag) {
        List<String> near = Catalogue.nearest(tag).stream()
                .filter(name -> find(name).isPresent())
                .toList();
        return near.isEmpty()
                ? "Facebook's tags are " + String.join(", ", usable())
                : "did you mean " + String.join(" or ", near) + "?";
    }

    private static Tag read(Paragraph entry) {
        return new Tag(
                entry.required("name"),
                Tag.State.valueOf(entry.required("state").toUpperCase(Locale.ROOT)),
                entry.value("since").map(LocalDate::parse),
                entry.required("meaning"),
                entry.required("next"),
                entry.required("source"));
    }
}
