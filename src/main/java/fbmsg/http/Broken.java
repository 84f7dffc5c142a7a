package fbmsg.http;

import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** An exchange has ended before it was done: its message says how, in few words, its cause is the JDK's. */
final class Broken extends Exception {
    private static final long serialVersionUID = 1L;

    private Broken(String what, Throwable cause) {
        super(what, cause);
    }

    /**
     * Waits for a response, body and all.
     *
     * @throws Broken if there is none, or not by then; then it is given up
     */
    static <T> HttpResponse<T> await(CompletableFuture<HttpResponse<T>> pending, Duration limit) throws Broken {
        try {
            return pending.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            pending.cancel(true);
            throw new Broken("no answer within " + limit.toMillis() / 1000.0 + " s", e);
        } catch (ExecutionException e) {
            throw new Broken(describe(e.getCause()), e.getCause());
        } catch (InterruptedException e) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            throw new Broken("interrupted", e);
        }
    }

    /** Whether there never was a connection. */
    boolean neverConnected() {
        return getCause() instanceof ConnectException || getCause() instanceof HttpConnectTimeoutException;
    }

    boolean ofTls() {
        return getCause() instanceof SSLException;
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
