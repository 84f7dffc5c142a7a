package fbmsg.emulator;

import fbmsg.emulator.rules.Problem;
import java.util.List;
import java.util.Optional;

/** The refusals of the API that links pages, by the examples of its description (0.1.5), where there are any. */
final class PageProblem {
    private static final String ERRORS = "https://www.nexmo.com/messages/Errors#";

    private PageProblem() {}

    static Problem unauthorised(String reason) {
        return of(
                401,
                Optional.empty(),
                "Unauthorised",
                "Request header 'Authorization' missing / Invalid Token: " + reason,
                List.of());
    }

    static Problem invalid(List<Problem.InvalidParameter> invalid) {
        return of(
                400,
                Optional.of(ERRORS + "InvalidParams"),
                "Your request parameters didn't validate.",
                "Found errors validating " + invalid.size() + " of your submitted parameters.",
                invalid);
    }

    static Problem notJson(String where) {
        return of(
                400,
                Optional.of(ERRORS + "InvalidParams"),
                "Your request parameters didn't validate.",
                "The body is not JSON: " + where,
                List.of());
    }

    static Problem forbidden(String detail) {
        return of(403, Optional.of(ERRORS + "Forbidden"), "Forbidden", detail, List.of());
    }

    static Problem conflict(String detail) {
        return of(409, Optional.of(ERRORS + "Conflict"), "Application conflict", detail, List.of());
    }

    static Problem notFound() {
        return of(404, Optional.empty(), "Not Found", "There is no such account", List.of());
    }

    private static Problem of(
            int status, Optional<String> type, String title, String detail, List<Problem.InvalidParameter> invalid) {
        return new Problem(status, Problem.JSON, type, title, Optional.of(detail), invalid, "invalid_params");
    }
}
