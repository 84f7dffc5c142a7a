package fbmsg.webhook.forward;

import fbmsg.http.Headers;
import fbmsg.http.Request;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The headers with which a webhook is posted on: the original ones, but for those of its connection and the client's own. */
final class Forwarded {
    private static final Set<String> OF_THE_CLIENT =
            Set.of("content-length", "expect", "host", "proxy-authenticate", "proxy-authorization");

    private Forwarded() {}

    static Headers headers(Request request) {
        Set<String> left = new HashSet<>(Headers.OF_ONE_CONNECTION);
        left.addAll(OF_THE_CLIENT);
        for (Headers.Field field : request.headers().fields()) {
            if (field.name().equalsIgnoreCase("Connection")) {
                List.of(field.value().split(","))
                        .forEach(name -> left.add(name.strip().toLowerCase(Locale.ROOT)));
            }
        }
        // one odd byte in a value would keep the webhook from being posted on for ever
        return Headers.of(request.headers().fields().stream()
                .filter(field -> !field.isOneOf(left) && field.isSendable())
                .toList());
    }
}
