package fbmsg.http;

import fbmsg.Failure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

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

    @Override
    public Reply exchange(Request request) throws NotSent, Unanswered {
        OutgoingBody outgoing = new OutgoingBody(request.body());
        IncomingReply incoming = new IncomingReply();
        Duration limit = request.limit().orElse(timeout);
        CompletableFuture<HttpResponse<byte[]>> pending = client.sendAsync(httpRequest(request, outgoing), incoming);
        try {
            HttpResponse<byte[]> response = pending.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            if (!incoming.started()) { // it is the proxy's 407 to what would have made a tunnel
                throw ProxyTrouble.unauthorized(response.headers(), proxy.orElseThrow());
            }
            return incoming.reply();
        } catch (TimeoutException e) {
            pending.cancel(true);
            return unfinished("no answer within " + limit.toMillis() / 1000.0 + " s", e, outgoing, incoming);
        } catch (ExecutionException e) {
            return unfinished(describe(e.getCause()), e.getCause(), outgoing, incoming);
        } catch (InterruptedException e) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            return unfinished("interrupted", e, outgoing, incoming);
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

    /** A status that has arrived says what became of the request, even if the rest of the reply did not arrive. */
    private Reply unfinished(String what, Throwable cause, OutgoingBody outgoing, IncomingReply incoming)
            throws NotSent, Unanswered {
        if (incoming.started()) {
            return incoming.reply();
        }
        String whole = destination.base().getHost() + port() + ": " + what;
        if (proxy.isPresent()) {
            ProxyTrouble.check(cause, what, proxy.get(), destination.base().getHost());
            whole += ", through the proxy " + proxy.get();
        }
        boolean neverConnected = cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof SSLException && !outgoing.handedOver();
        if (neverConnected) {
            throw new NotSent(false, whole, cause);
        }
        if (!outgoing.handedOver()) {
            throw new NotSent(outgoing.asked(), whole, cause);
        }
        throw new Unanswered(whole, cause);
    }

    private String port() {
        return destination.base().getPort() < 0 ? "" : ":" + destination.base().getPort();
    }

    private static String describe(Throwable cause) {
        if (cause instanceof HttpConnectTimeoutException) {
            return "connecting took too long";
        }
        if (cause instanceof ConnectException) {
            return cause.getCause() instanceof UnresolvedAddressException ? "unknown host" : "connection refused";
        }
        if (cause instanceof SSLException) {
            return "TLS failed (" + cause.getMessage() + ")";
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
