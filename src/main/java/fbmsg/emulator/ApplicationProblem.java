package fbmsg.emulator;

import fbmsg.emulator.rules.Problem;
import fbmsg.emulator.rules.Refused;
import fbmsg.http.Headers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The refusals of the Applications API, by the examples of its description (2.4.1). */
final class ApplicationProblem {
    private static final String ERRORS = "https://developer.vonage.com/api-errors";

    private ApplicationProblem() {}

    /**
     * @param fragment {@code payload-validation} or {@code list-validation}
     */
    static Problem of(String fragment, List<Problem.InvalidParameter> invalid) {
        return new Problem(
                400,
                Problem.JSON,
                Optional.of(ERRORS + "/application#" + fragment),
                "Bad Request",
                Optional.of("The request failed due to validation errors"),
                invalid,
                "invalid_parameters");
    }

    static Problem wrongCredentials() {
        return Problem.of(
                401,
                Problem.JSON,
                ERRORS + "#unauthorized",
                "Invalid credentials supplied",
                "You did not provide correct credentials.");
    }

    static Problem unknown(String id) {
        return Problem.of(
                404,
                Problem.JSON,
                ERRORS + "#not-found",
                "Not Found",
                "ID '" + id + "' does not exist, or you do not have access");
    }

    static void checkAccept(Headers headers) throws Refused {
        String accept = headers.first("Accept").orElse("*/*").toLowerCase(Locale.ROOT);
        boolean json = accept.contains("*/*") || accept.contains("application/*") || accept.contains("json");
        if (!json) {
            throw new Refused(Problem.of(
                    406,
                    Problem.JSON,
                    ERRORS + "#accept-header",
                    "Invalid Accept header",
                    "Invalid Accept header provided. Must be one of the following: 'application/json'"));
        }
    }
}
