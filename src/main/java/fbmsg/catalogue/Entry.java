package fbmsg.catalogue;

/**
 * What is known of one code or tag, in short English sentences.
 *
 * <p>The same number may be in both lists of errors, and mean something else in each.
 */
public sealed interface Entry permits ApiError, DeliveryError, Tag {

    /** What it is found by: {@code 422}, {@code low-balance}, {@code 1340}, {@code ACCOUNT_UPDATE}; once in its list. */
    String code();

    /** What it means. */
    String meaning();

    /** What to do next. */
    String next();

    /** The same as the end of a line: it begins small, and has no full stop. */
    default String advice() {
        String next = next();
        int end = next.endsWith(".") ? next.length() - 1 : next.length();
        return Character.toLowerCase(next.charAt(0)) + next.substring(1, end);
    }

    /** Where this is from, and of when: {@code Vonage Messages API description 1.20.0, 2026-10}. */
    String source();

    <T> T match(Cases<T> cases);

    /** One answer for each list. */
    interface Cases<T> {
        T apiError(ApiError error);

        T deliveryError(DeliveryError error);

        T tag(Tag tag);
    }
}
