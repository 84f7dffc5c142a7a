package fbmsg.api;

import fbmsg.http.Exchange;
import fbmsg.http.Headers;
import fbmsg.http.NotSent;
import fbmsg.http.ProxyTrouble;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.http.Unanswered;
import fbmsg.json.Document;
import fbmsg.json.Json;
import fbmsg.json.JsonText;
import fbmsg.json.MalformedJson;
import fbmsg.json.wire.MessageV01;
import fbmsg.json.wire.MessageV1;
import fbmsg.message.InvalidMessage;
import fbmsg.message.MessageId;
import fbmsg.message.OutboundMessage;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Sends messages: {@code POST /v1/messages} or {@code /v0.1/messages}, one attempt each. There is no idempotency key, so
 * an answer that cannot be read is an outcome of its own, never a failure to be repeated.
 */
public final class MessagesApi {
    private final Exchange exchange;
    private final Supplier<String> tokens;
    private final ApiVersion version;
    private final String userAgent;

    /**
     * @param tokens a JWT of the application for each request
     */
    public MessagesApi(Exchange exchange, Supplier<String> tokens, ApiVersion version, String userAgent) {
        this.exchange = exchange;
        this.tokens = tokens;
        this.version = version;
        this.userAgent = userAgent;
    }

    /**
     * @param within how long the attempt may take, from connecting to the answer's last byte
     */
    public Outcome send(OutboundMessage message, Duration within) {
        Request request = request(message).within(within);
        try {
            return outcome(exchange.exchange(request));
        } catch (NotSent e) {
            return notTaken(e);
        } catch (Unanswered e) {
            return new Outcome.Unknown(e.getMessage(), Optional.empty());
        }
    }

    /** What {@link #send} would send. */
    public Request request(OutboundMessage message) {
        Document body = switch (version) {
            case V1 -> MessageV1.encode(message);
            case V0_1 -> MessageV01.encode(message);
        };
        Headers headers = Headers.of("Authorization", "Bearer " + tokens.get()).with("User-Agent", userAgent);
        return Request.postJson(version.path(), headers, JsonText.compact(body));
    }

    /** That of a proxy has no catch of its own: the JVM would load it for each message that arrives. */
    private static Outcome notTaken(NotSent e) {
        return e instanceof ProxyTrouble trouble
                ? new Outcome.Barred(trouble.refused(), trouble.getMessage(), trouble.todo())
                : new Outcome.NotTaken(e.connected(), e.getMessage());
    }

    private static Outcome outcome(Reply reply) {
        int status = reply.status();
        if (status >= 200 && status < 300) {
            return accepted(reply);
        }
        Problem problem = Problem.of(reply);
        Optional<String> retryAfter = reply.headers().first("Retry-After");
        if (status == 429 || status == 503 && retryAfter.isPresent()) {
            return new Outcome.Busy(problem, retryAfter, reply.headers().first("X-RateLimit-Reset"));
        }
        if (status >= 400 && status < 500) {
            return new Outcome.Refused(problem);
        }
        String what = status >= 300 && status < 400
                ? "the API answered with a redirect (" + status + ")"
                : "the API answered " + status
                        + problem.title().map(title -> " " + title).orElse("");
        return new Outcome.Unknown(what, problem.traceId());
    }

    private static Outcome accepted(Reply reply) {
        Optional<String> trace = reply.headers().first("X-Request-Id");
        try {
            return Json.parse(reply.body())
                    .text("message_uuid")
                    .filter(id -> !id.isBlank())
                    .<Outcome>map(id -> new Outcome.Accepted(new MessageId(id)))
                    .orElseGet(() -> new Outcome.Unknown(
                            "the API answered " + reply.status() + " without a message_uuid", trace));
        } catch (InvalidMessage e) {
            return new Outcome.Unknown("the API answered " + reply.status() + " with an unusable message_uuid", trace);
        } catch (MalformedJson e) {
            return new Outcome.Unknown("the API answered " + reply.status() + " with something else than JSON", trace);
        }
    }
}
