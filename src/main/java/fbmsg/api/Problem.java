package fbmsg.api;

import fbmsg.http.Reply;
import fbmsg.json.Document;
import fbmsg.json.Json;
import fbmsg.json.MalformedJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an answer that is not a success says of itself (RFC 7807, as the API writes it). Read by its shape, whatever its
 * media type; a gateway's HTML or nothing at all is a problem with a status and no more.
 *
 * @param traceId what Vonage's support asks for: {@code instance}, or the header {@code X-Request-Id}
 * @param date the far side's own time, the header as it came
 */
public record Problem(
        int status,
        Optional<String> type,
        Optional<String> title,
        Optional<String> detail,
        List<InvalidParameter> invalidParameters,
        Optional<String> traceId,
        Optional<String> date) {

    /** One parameter that was refused, and why. */
    public record InvalidParameter(String name, String reason) {}

    /** Whether it is the sender who is refused and not the message: 401, 402, 403, and a proxy's 407. */
    public boolean isOfTheSender() {
        return status == 401 || status == 402 || status == 403 || status == 407;
    }

    static Problem of(Reply reply) {
        Document body;
        try {
            body = Json.parse(reply.body());
        } catch (MalformedJson e) {
            body = Document.NULL;
        }
        return new Problem(
                reply.status(),
                body.text("type"),
                body.text("title"),
                body.text("detail"),
                invalidParameters(body),
                body.text("instance").or(() -> reply.headers().first("X-Request-Id")),
                reply.headers().first("Date"));
    }

    /** An array of {name, reason}; the list API calls it invalid_params, and some libraries expect an object. */
    private static List<InvalidParameter> invalidParameters(Document body) {
        Document found = body.member("invalid_parameters")
                .or(() -> body.member("invalid_params"))
                .orElse(Document.NULL);
        List<InvalidParameter> parameters = new ArrayList<>();
        for (Document item : found.items().orElse(List.of())) {
            parameters.add(new InvalidParameter(
                    item.text("name").orElse("?"), item.text("reason").orElse("is invalid")));
        }
        found.members()
                .ifPresent(members -> members.forEach((name, reason) -> parameters.add(
                        new InvalidParameter(name, reason.string().orElse("is invalid")))));
        return List.copyOf(parameters);
    }
}
