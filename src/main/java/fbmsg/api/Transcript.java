package fbmsg.api;

import fbmsg.http.Destination;
import fbmsg.http.Exchange;
import fbmsg.http.Headers;
import fbmsg.http.NotSent;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.http.Unanswered;
import fbmsg.json.Json;
import fbmsg.json.JsonText;
import fbmsg.json.MalformedJson;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** Requests and replies as text for people: headers by allow-list, secrets left out of bodies too. */
public final class Transcript {
    private static final Set<String> SHOWN = Set.of(
            "accept",
            "content-length",
            "content-type",
            "date",
            "location",
            "retry-after",
            "server",
            "user-agent",
            "x-ratelimit-limit",
            "x-ratelimit-remaining",
            "x-ratelimit-reset",
            "x-request-id");

    private Transcript() {}

    /** The request whole: method and URL, headers, an empty line, the body. */
    public static String request(Destination destination, Request request) {
        return request.method() + " " + destination.resolve(request.path()) + "\n" + headers(request.headers()) + "\n"
                + body(request.body());
    }

    /** An exchange that tells what goes over it, a text of several lines each way. */
    public static Exchange telling(Exchange exchange, Destination destination, Consumer<String> tell) {
        return request -> {
            tell.accept(marked("> ", request(destination, request)));
            try {
                Reply reply = exchange.exchange(request);
                tell.accept(marked("< ", reply.status() + "\n" + headers(reply.headers()) + "\n" + body(reply.body())));
                return reply;
            } catch (NotSent | Unanswered e) {
                tell.accept("< (" + e.getMessage() + ")");
                throw e;
            }
        };
    }

    private static String marked(String mark, String text) {
        return mark + text.stripTrailing().replace("\n", "\n" + mark);
    }

    private static String headers(Headers headers) {
        StringBuilder text = new StringBuilder();
        for (Headers.Field field : headers.fields()) {
            boolean shown = SHOWN.contains(field.name().toLowerCase(Locale.ROOT));
            text.append(field.name())
                    .append(": ")
                    .append(shown ? field.value() : "[redacted]")
                    .append('\n');
        }
        return text.toString();
    }

    private static String body(byte[] body) {
        if (body.length == 0) {
            return "";
        }
        try {
            return JsonText.compact(Redacted.of(Json.parse(body))) + "\n";
        } catch (MalformedJson e) {
            return "(" + body.length + " bytes that are not JSON)\n";
        }
    }
}
