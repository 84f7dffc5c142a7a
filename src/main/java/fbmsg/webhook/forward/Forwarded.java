package fbmsg.webhook.forward;

import fbmsg.http.Headers;
import fbmsg.http.Request;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The headers with which a webhook is posted on: the original ones, but for those of one connection (RFC 9110, 7.6.1). */
final class Forwarded {
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            // the client's own affair
            "content-length",
            "expect",
            "host");

    private Forwarded() {}

    static Headers headers(Request request) {
        Set<String> left = new HashSet<>(HOP_BY_HOP);
        for (Headers.Field field : request.headers().fields()) {
            if (field.name().equalsIgnoreCase("Connection")) {
                List.of(field.value().split(","))
                        .forEach(name -> left.add(name.strip().toLowerCase(Locale.ROOT)));
            }
        }
        Headers headers = Headers.NONE;
        for (Headers.Field field : request.headers().fields()) {
            if (!left.contains(field.name().toLowerCase(Locale.ROOT)) && isClean(field.value())) {
                headers = headers.with(field.name(), field.value());
            }
        }
        return headers;
    }

    /** Whether a client may send it: else one odd byte would keep the webhook from being posted on for ever. */
    private static boolean isClean(String value) {
        return value.chars().allMatch(c -> c == '\t' || c >= 0x20 && c < 0xff && c != 0x7f);
    }
}
