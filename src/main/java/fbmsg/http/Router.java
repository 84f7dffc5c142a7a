package fbmsg.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Hands a request to the exchange of its method and exact path; 404 and 405 for what it does not know. */
public final class Router implements Exchange {
    private final Map<String, Map<String, Exchange>> routes = new LinkedHashMap<>();
    private final Reply notFound;

    /**
     * @param notFound the answer for an unknown path, in the manner of the API that is served
     */
    public Router(Reply notFound) {
        this.notFound = notFound;
    }

    public Router on(String method, String path, Exchange exchange) {
        routes.computeIfAbsent(path, p -> new LinkedHashMap<>()).put(method, exchange);
        return this;
    }

    @Override
    public Reply exchange(Request request) throws NotSent, Unanswered {
        Map<String, Exchange> methods = routes.get(request.pathOnly());
        if (methods == null) {
            return notFound;
        }
        Exchange exchange = methods.get(request.method());
        if (exchange == null) {
            return Reply.of(405).header("Allow", methods.keySet().stream().collect(Collectors.joining(", ")));
        }
        return exchange.exchange(request);
    }
}
