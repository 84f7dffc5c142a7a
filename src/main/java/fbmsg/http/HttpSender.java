package fbmsg.http;

import fbmsg.Failure;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * The real client: the one place that makes connections.
 *
 * <p>HTTP/1.1 only (otherwise clear text asks for an upgrade), no redirects (a POST that is redirected is no answer), no
 * repetition (but of a GET, once, by the JDK where its connection broke), and a deadline over the whole of it: the JDK's
 * own time-out ends at the headers, and a stalled body would hang on.
 */
public final class HttpSender implements Connection {
    private final Destination destination;
    private final Duration timeout;
    private final Optional<ProxyServer> proxy;
    private final HttpClient client;

    /** Without any proxy. */
    public HttpSender(Destination destination, Duration timeout, boolean offline) {
        this(destination, timeout, offline, Map.of());
    }

    /**
     * @param timeout of one exchange, from connecting to the reply's last byte
     * @param offline whether only this machine may be connected to
     * @param env variables, some of which may name a proxy
     * @throws Failure if it may not and the destination is another machine, or no such proxy can be used
     */
    public HttpSender(Destination destination, Duration timeout, boolean offline, Map<String, String> env) {
        this(
                permitted(destination, offline),
                timeout,
                destination.isSecure() ? Proxies.of(env, destination) : Optional.empty(),
                Optional.empty());
    }

    /**
     * @param tls whom to trust; empty for whom Java trusts
     */
    HttpSender(Destination destination, Duration timeout, Optional<ProxyServer> proxy, Optional<SSLContext> tls) {
        this(destination, timeout, proxy, JdkClient.open(destination, timeout, proxy, tls));
    }

    private HttpSender(Destination destination, Duration timeout, Optional<ProxyServer> proxy, HttpClient client) {
        this.destination = destination;
        this.timeout = timeout;
        this.proxy = proxy;
        this.client = client;
    }

    private static Destination permitted(Destination destination, boolean offline) {
        if (offline && !destination.isLoopback()) {
            throw Failure.unreachable(
                    "offline: the connection to " + destination.base().getHost() + " is refused",
                    "leave --offline and FBMSG_OFFLINE out, or give the --api-url of an emulator on this machine");
        }
        return destination;
    }

    /** A status that has arrived says what became of the request, even if the rest of the reply did not arrive. */
    @Override
    public Reply exchange(Request request) throws NotSent, Unanswered {
        IncomingReply incoming = new IncomingReply();
        ask(request, incoming);
        return incoming.reply();
    }

    /** In the memory of one chunk. */
    @Override
    public Download download(Request request, OutputStream to, long most) throws NotSent, Unanswered, IOException {
        IncomingFile incoming = new IncomingFile(to, most);
        String brokenOff = ask(request, incoming);
        Optional<Download> result = incoming.result();
        if (result.isEmpty()) {
            throw new Unanswered(farSide() + ": broken off after " + incoming.size() + " bytes: " + brokenOff, null);
        }
        return result.get();
    }

    /**
     * @return how the reply ended before it was wholly there, if its status was
     */
    private String ask(Request request, Incoming<?> incoming) throws NotSent, Unanswered {
        OutgoingBody outgoing = new OutgoingBody(request.body());
        try {
            HttpResponse<?> response = Broken.await(
                    client.sendAsync(httpRequest(request, outgoing), incoming),
                    request.limit().orElse(timeout));
            if (!incoming.started()) {
                throw tunnelRefused(response);
            }
            return "it ended too early";
        } catch (Broken e) {
            if (!incoming.started()) {
                throw unanswered(e, outgoing);
            }
            return e.getMessage();
        }
    }

    /** The far side of this exchange is one of our own, on this machine. */
    @Override
    public void warmUp() {
        try (OneAnswer farSide = OneAnswer.open()) {
            new HttpSender(Destination.of(farSide.url()), timeout, Optional.empty(), client)
                    .exchange(Request.postJson("/", Headers.NONE, "{}"));
        } catch (IOException | NotSent | Unanswered e) {
            // then the first exchange costs what it costs
        }
    }

    @Override
    public Optional<String> proxy() {
        return proxy.isPresent() ? Optional.of(proxy.get().named()) : Optional.empty();
    }

    @Override
    public void close() {
        JdkClient.end(client);
    }

    private HttpRequest httpRequest(Request request, OutgoingBody outgoing) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(destination.resolve(request.path())).method(request.method(), outgoing);
        for (Headers.Field field : request.headers().fields()) {
            builder.header(field.name(), field.value());
        }
        if (proxy.isPresent()) {
            proxy.get().authorize(builder);
        }
        return builder.build();
    }

    /** It is the proxy's 407 to what would have made a tunnel, the one response that no handler is told of. */
    private NotSent tunnelRefused(HttpResponse<?> response) {
        return ProxyTrouble.unauthorized(response.headers(), proxy.orElseThrow());
    }

    private Unanswered unanswered(Broken how, OutgoingBody outgoing) throws NotSent {
        String whole = farSide() + ": " + how.getMessage();
        if (proxy.isPresent()) {
            ProxyTrouble.check(
                    how.getCause(),
                    how.getMessage(),
                    proxy.get(),
                    destination.base().getHost());
            whole += ", through the proxy " + proxy.get();
        }
        if (how.neverConnected() || how.ofTls() && !outgoing.handedOver()) {
            throw new NotSent(false, whole, how.getCause());
        }
        if (!outgoing.handedOver()) {
            throw new NotSent(outgoing.asked(), whole, how.getCause());
        }
        return new Unanswered(whole, how.getCause());
    }

    private String farSide() {
        int port = destination.base().getPort();
        return destination.base().getHost() + (port < 0 ? "" : ":" + port);
    }
}
