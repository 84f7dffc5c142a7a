package fbmsg.recording;

import fbmsg.http.Headers;
import fbmsg.http.Request;
import java.util.Set;
import java.util.StringJoiner;

/**
 * A request without what may be a secret: header fields by an allow-list, since gateways and tunnels have their own names for
 * tokens and cookies; all values of the query, which is whatever somebody wrote into the URL, a token most often. Names
 * stay, and so do the path and the body.
 */
final class Redaction {
    static final String MARK = "REDACTED";

    private static final Set<String> SHOWN = Set.of(
            "accept",
            "accept-charset",
            "accept-encoding",
            "accept-language",
            "cache-control",
            "cf-connecting-ip",
            "cf-ipcountry",
            "cf-ray",
            "cf-visitor",
            "content-encoding",
            "content-language",
            "content-length",
            "content-type",
            "date",
            "forwarded",
            "host",
            "pragma",
            "traceparent",
            "tracestate",
            "user-agent",
            "via",
            "x-correlation-id",
            "x-forwarded-for",
            "x-forwarded-host",
            "x-forwarded-port",
            "x-forwarded-proto",
            "x-real-ip",
            "x-request-id");

    private Redaction() {}

    static Request of(Request request) {
        Headers headers = Headers.NONE;
        for (Headers.Field field : request.headers().fields()) {
            boolean shown = field.isOneOf(SHOWN);
            headers = headers.with(field.name(), shown ? field.value() : MARK);
        }
        return new Request(request.method(), path(request.path()), headers, request.body());
    }

    /** Whether something was left out of a path's query. */
    static boolean isIn(String path) {
        int query = path.indexOf('?');
        return query >= 0 && path.indexOf(MARK, query) >= 0;
    }

    private static String path(String path) {
        int query = path.indexOf('?');
        if (query < 0) {
            return path;
        }
        StringJoiner shown = new StringJoiner("&", path.substring(0, query + 1), "");
        for (String parameter : path.substring(query + 1).split("&", -1)) {
            shown.add(parameter(parameter));
        }
        return shown.toString();
    }

    /** A name with nothing after it, or with no more than base64 ends in, is perhaps no name. */
    private static String parameter(String parameter) {
        int equals = parameter.indexOf('=');
        boolean named = equals >= 0 && !parameter.substring(equals).matches("=*");
        return parameter.isEmpty() ? "" : named ? parameter.substring(0, equals + 1) + MARK : MARK;
    }
}
