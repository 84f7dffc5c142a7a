package fbmsg.emulator.rules;

import fbmsg.http.Reply;
import fbmsg.json.Document;
import fbmsg.json.JsonText;
import java.util.List;
import java.util.Optional;

/**
 * An error as the APIs answer it (RFC 7807, with {@code instance} for a trace id).
 *
 * @param mediaType {@code application/json} or {@code application/problem+json}, as the published descriptions say
 * @param type left out of the answer where there is none
 * @param invalidParameters left out of the answer where there are none
 * @param parametersName of the member that lists them: the APIs differ
 */
public record Problem(
        int status,
        String mediaType,
        Optional<String> type,
        String title,
        Optional<String> detail,
        List<InvalidParameter> invalidParameters,
        String parametersName) {
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

    public static final String PROBLEM_JSON = "application/problem+json";
    public static final String JSON = "application/json";
    private static final String ERRORS = "https://developer.vonage.com/api-errors";

    /** In the usual form. */
    Problem(int status, String mediaType, String type, String title, String detail, List<InvalidParameter> invalid) {
        this(status, mediaType, Optional.of(type), title, Optional.of(detail), invalid, "invalid_parameters");
    }

    /** Without parameters. */
    public static Problem of(int status, String mediaType, String type, String title, String detail) {
        return new Problem(status, mediaType, type, title, detail, List.of());
    }

    /**
     * The spelling of the type is the published one.
     *
     * @param reason why this request was refused, which the real service does not tell
     */
    public static Problem wrongCredentials(String reason) {
        return of(
                401,
                PROBLEM_JSON,
                ERRORS + "/#unathorized",
                "You did not provide correct credentials.",
                "Check that you're using the correct credentials, and that your account has this feature enabled: "
                        + reason);
    }

    /** The application has no capability for messages; the spelling of the title is the published one. */
    public static Problem unprovisioned() {
        return of(
                401,
                PROBLEM_JSON,
                ERRORS + "/#unprovisioned",
                "The crendentials provided do not have access to the requested product",
                "Check your API key is correct and has been whitelisted");
    }

    public static Problem notFound(String path) {
        return of(404, PROBLEM_JSON, ERRORS + "#not-found", "Not Found", "There is nothing at " + path);
    }

    /** Described for the Applications API; the Messages API's description does not mention it. */
    public static Problem wrongContentType() {
        return of(
                415,
                PROBLEM_JSON,
                ERRORS + "#content-type-header",
                "Unsupported Content-Type header",
                "Unsupported Content-Type header provided. Must be one of the following: 'application/json'");
    }

    /**
     * Described for the Applications API; the Messages API's description does not mention it.
     *
     * @param mediaType of the API's problems
     * @param allowed the methods that there are, with commas between
     */
    public static Reply wrongMethod(String method, String mediaType, String allowed, String requestId) {
        return of(
                        405,
                        mediaType,
                        ERRORS + "#wrong-verb",
                        "Request method not allowed",
                        "Request method '" + method + "' not supported")
                .reply(requestId)
                .header("Allow", allowed);
    }

    /** The account has no money left. */
    public static Problem lowBalance() {
        return of(
                402,
                PROBLEM_JSON,
                ERRORS + "/#low-balance",
                "Low balance",
                "This request could not be performed due to your account balance being low.");
    }

    public static Problem internal() {
        return of(
                500,
                PROBLEM_JSON,
                ERRORS + "/messages#1000",
                "Internal error",
                "There was an error processing your request in the Platform");
    }

    /** Of {@code PATCH}, which Messenger does not have. */
    public static Problem notForThisChannel() {
        return of(
                422,
                PROBLEM_JSON,
                ERRORS + "#unprocessable-entity",
                "Unprocessable Entity",
                "Operation not supported for this channel");
    }

    /** More than the account may send at once. */
    public static Problem rateLimit() {
        return of(
                429, PROBLEM_JSON, ERRORS + "/messages#1010", "Rate Limit Hit", "Please wait, then retry your request");
    }

    /** Of the emulator's own routes, which are in no description. */
    public static Problem wrongControl(String detail) {
        return of(422, PROBLEM_JSON, ERRORS + "#invalid-params", "Invalid request", detail);
    }

    /** A web page elsewhere must not drive what listens on this machine. */
    public static Problem foreign(String detail) {
        return of(403, PROBLEM_JSON, ERRORS + "#forbidden", "Forbidden", detail);
    }

    /** What the listener itself refuses. */
    public static Problem own(int status, String why) {
        return of(status, PROBLEM_JSON, ERRORS + "#" + status, why.split(";", 2)[0], why);
    }

    /**
     * @param status 422 of version v1, 400 of v0.1 and of the other APIs
     */
    public static Problem invalidJson(int status, String detail) {
        return of(status, JSON, ERRORS + "#invalid-json", "The request body did not contain valid JSON", detail);
    }

    /**
     * @param requestId a UUID; the trace id is the same without dashes, as in the examples of the descriptions
     */
    public Reply reply(String requestId) {
        Document.Builder body = Document.object()
                .with("type", type)
                .with("title", title)
                .with("detail", detail)
                .with("instance", requestId.replace("-", ""));
        if (!invalidParameters.isEmpty()) {
            body.with(
                    parametersName,
                    Document.of(invalidParameters.stream()
                            .map(InvalidParameter::toDocument)
                            .toList()));
        }
        return Reply.of(status).body(mediaType, JsonText.compact(body.build()));
    }
}
