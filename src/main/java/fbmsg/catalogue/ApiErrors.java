package fbmsg.catalogue;

import java.util.ArrayList;
import java.util.List;

/** What the API answers at once: the HTTP statuses and their kinds. */
public final class ApiErrors {
    private static final List<ApiError> ALL =
            Paragraph.read("api-errors.txt").stream().map(ApiErrors::read).toList();

    private ApiErrors() {}

    /** All, by status; the status itself before its kinds. */
    public static List<ApiError> all() {
        return ALL;
    }

    /**
     * All that go by that name. A fragment may be of several statuses, a title of several kinds.
     *
     * @param code an HTTP status, a fragment with or without {@code #}, a whole {@code type}, or a title
     * @return none, where nothing is known of it
     */
    public static List<ApiError> find(String code) {
        Asked asked = Asked.of(code);
        return ALL.stream().filter(error -> isNamed(error, asked)).toList();
    }

    /** What a status can mean; none, where it means one thing only. */
    public static List<ApiError> kinds(int status) {
        return ALL.stream()
                .filter(error -> error.status() == status && error.isKind())
                .toList();
    }

    private static boolean isNamed(ApiError error, Asked asked) {
        return asked.is(error.code())
                || asked.is(error.title())
                || error.fragments().stream().anyMatch(asked::is);
    }

    private static ApiError read(Paragraph entry) {
        String code = entry.required("code");
        String status = entry.required("status");
        List<String> fragments = new ArrayList<>(entry.words("fragments"));
        if (!code.equals(status)) {
            fragments.add(0, code);
        }
        return new ApiError(
                code,
                Integer.parseInt(status),
                List.copyOf(fragments),
                entry.required("title"),
                entry.required("meaning"),
                Retry.of(entry.required("retry")),
                entry.required("next"),
                entry.required("source"));
    }
}
