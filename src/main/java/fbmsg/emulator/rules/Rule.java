package fbmsg.emulator.rules;

import fbmsg.json.Document;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What one member of a request must be. */
@FunctionalInterface
public interface Rule {
    String NOT_EMULATED = "is not emulated.";

    /** Why the value breaks the rule, for {@link Problem.InvalidParameter#reason}; empty if it keeps it. */
    Optional<String> brokenBy(Document value);

    static Rule string() {
        return must("Must be a string.", text -> true);
    }

    static Rule filled() {
        return must("Must be a string that is not empty.", text -> !text.isEmpty());
    }

    /** Counts code points: the description says characters, "including unicode". */
    static Rule characters(int least, int most) {
        return must("Must be a string of " + least + " to " + most + " characters.", text -> {
            int length = text.codePointCount(0, text.length());
            return least <= length && length <= most;
        });
    }

    /** What {@code format: url} means is up to the reader: here, that a public server could be asked for it. */
    static Rule url() {
        Pattern absolute = Pattern.compile("(?i)https?://[^\\s/?#]++\\S*+");
        return must(
                "Must be an http or https URL.", text -> absolute.matcher(text).matches());
    }

    /** With two names or more. */
    static Rule oneOf(List<String> names) {
        int last = names.size() - 1;
        String list = "`" + String.join("`, `", names.subList(0, last)) + "` or `" + names.get(last) + "`";
        return must("Must be one of " + list + ".", names::contains);
    }

    static Rule exactly(String name) {
        return must("Must be `" + name + "`.", name::equals);
    }

    static Rule array() {
        return value -> value.items().isPresent() ? Optional.empty() : Optional.of("Must be an array.");
    }

    static Rule object() {
        return value -> value.members().isPresent() ? Optional.empty() : Optional.of("Must be an object.");
    }

    static Rule yesOrNo() {
        return value -> value instanceof Document.Bool ? Optional.empty() : Optional.of("Must be true or false.");
    }

    /** Broken by one value alone: the API has it, the emulator does not. */
    static Rule notEmulated(String name) {
        return value -> value.string().filter(name::equals).map(same -> NOT_EMULATED);
    }

    /** The first of the two that is broken. */
    default Rule and(Rule second) {
        return value -> brokenBy(value).or(() -> second.brokenBy(value));
    }

    private static Rule must(String reason, Predicate<String> kept) {
        return value -> value.string().filter(kept).isPresent() ? Optional.empty() : Optional.of(reason);
    }
}
