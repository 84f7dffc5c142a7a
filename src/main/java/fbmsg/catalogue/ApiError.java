package fbmsg.catalogue;

import java.util.List;

/**
 * What the API answers at once: an HTTP status, or one kind of it.
 *
 * @param code of a status its digits, of a kind the first of its fragments
 * @param status the HTTP status, 400 to 504
 * @param fragments what the problem's {@code type} ends with, after the {@code #}: of a kind its code and other
 *     spellings; of a status none, unless it has a single kind
 * @param title as published, misspellings included
 */
public record ApiError(
        String code,
        int status,
        List<String> fragments,
        String title,
        String meaning,
        Retry retry,
        String next,
        String source)
        implements Entry {

    /** Whether this is one of several things that the status can mean. */
    public boolean isKind() {
        return !code.equals(Integer.toString(status));
    }

    @Override
    public <T> T match(Cases<T> cases) {
        return cases.apiError(this);
    }
}
