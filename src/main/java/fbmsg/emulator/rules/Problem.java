package fbmsg.emulator.rules;

import fbmsg.http.Reply;
import fbmsg.json.Document;
import fbmsg.json.JsonText;
import java.util.List;

/**
 * An error as the API answers it (RFC 7807, with {@code instance} for a trace id).
 *
 * @param mediaType {@code application/json} where rules are broken, else {@code application/problem+json}: the published
 *     description says so
 * @param invalidParameters left out of the answer where there are none
 */
public record Problem(
        int status,
        String mediaType,
        String type,
        String title,
        String detail,
        List<InvalidParameter> invalidParameters) {
    /**
     * One member of a request that breaks a rule.
     *
     * @param name its path, with dots: {@code image.url}
     * @param reason a sentence, or the end of one that begins with the name: {@code is required.}
     */
    public record InvalidParameter(String name, String reason) {
        Document toDocument() {
            return Document.object().with("name", name).with("reason", reason).build();
        }
    }

    private static final String PROBLEM_JSON = "application/problem+json";
    private static final String ERRORS = "https://developer.vonage.com/api-errors";

    /**
     * The spelling of the type is the published one.
     *
     * @param reason why this request was refused, which the real service does not tell
     */
    public static Problem wrongCredentials(String reason) {
        return new Problem(
                401,
                PROBLEM_JSON,
                ERRORS + "/#unathorized",
                "You did not provide correct credentials.",
                "Check that you're using the correct credentials, and that your account has this feature enabled: "
                        + reason,
                List.of());
    }

    public static Problem notFound(String path) {
        return new Problem(
                404, PROBLEM_JSON, ERRORS + "#not-found", "Not Found", "There is nothing at " + path, List.of());
    }

    /** Described for the Applications API; the Messages API's description does not mention it. */
    public static Problem wrongContentType() {
        return new Problem(
                415,
                PROBLEM_JSON,
                ERRORS + "#content-type-header",
                "Unsupported Content-Type header",
                "Unsupported Content-Type header provided. Must be one of the following: 'application/json'",
                List.of());
    }

    /** Of the emulator's own routes, which are in no description. */
    public static Problem wrongControl(String detail) {
        return new Problem(422, PROBLEM_JSON, ERRORS + "#invalid-json", "Invalid request", detail, List.of());
    }

    /** A web page elsewhere must not drive what listens on this machine. */
    public static Problem foreign(String detail) {
        return new Problem(403, PROBLEM_JSON, ERRORS + "#forbidden", "Forbidden", detail, List.of());
    }

    /**
     * @param status 422 of version v1, 400 of v0.1
     */
    public static Problem invalidJson(int status, String detail) {
        return new Problem(
                status,
                "application/json",
                ERRORS + "#invalid-json",
                "The request body did not contain valid JSON",
                detail,
                List.of());
    }

    /**
     * @param requestId a UUID; the trace id is the same without dashes, as in the examples of the two descriptions
     */
    public Reply reply(String requestId) {
        Document.Builder body = Document.object()
                .with("type", type)
                .with("title", title)
                .with("detail", detail)
                .with("instance", requestId.replace("-", ""));
        if (!invalidParameters.isEmpty()) {
            body.with(
                    "invalid_parameters",
                    Document.of(invalidParameters.stream()
                            .map(InvalidParameter::toDocument)
                            .toList()));
        }
        return Reply.of(status).body(mediaType, JsonText.compact(body.build()));
    }
}
