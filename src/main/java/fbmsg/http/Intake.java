package fbmsg.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The listener's door: holds the limits, makes requests of what comes in and writes the replies. */
final class Intake implements HttpHandler {
    /** How much of a body that is too large is read and dropped, so that its sender gets to read the answer. */
    private static final long LARGEST_DROPPED = 64L << 20;

    private final ListenerLimits limits;
    private final Exchange exchange;
    private final OwnReplies own;
    private final Consumer<String> refusals;
    private final Consumer<Throwable> bugs;
    private final Deadline deadline;

    private boolean refusing;
    private int requestsInHand;
    private long bytesInHand;

    Intake(
            ListenerLimits limits,
            Exchange exchange,
            OwnReplies own,
            Consumer<String> refusals,
            Consumer<Throwable> bugs) {
        this.limits = limits;
        this.exchange = exchange;
        this.own = own;
        this.refusals = refusals;
        this.bugs = bugs;
        this.deadline = new Deadline(limits.patience());
    }

    synchronized void refuse() {
        refusing = true;
    }

    /**
     * Waits until nothing is in hand.
     *
     * @return whether that was reached in that time
     */
    synchronized boolean awaitIdle(Duration most) {
        long end = System.nanoTime() + most.toNanos();
        try {
            for (long left = most.toMillis();
                    requestsInHand > 0 && left > 0;
                    left = (end - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return requestsInHand == 0;
    }

    @Override
    public void handle(HttpExchange http) {
        long reserved = reserve(http);
        Reply reply = null;
        boolean left = false;
        try {
            reply = reserved < 0 ? busy() : answer(http);
            write(http, reply);
            left = true;
        } catch (Unanswered e) {
            // as it says: the connection is closed without a word
        } catch (IOException e) {
            // the sender has gone, or was too slow; whether the reply left is all that matters
        } catch (LinkageError | VirtualMachineError e) {
            bugs.accept(e); // out of memory, most likely: the thread would end in silence
        } finally {
            http.close();
            if (reply != null) {
                reply.departure().done(left);
            }
            release(reserved);
        }
    }

    private Reply answer(HttpExchange http) throws IOException, Unanswered {
        byte[] body = body(http.getRequestBody());
        if (body == null) {
            String why = "the body is larger than " + limits.largestBody() + " bytes";
            refusals.accept("a request was answered 413: " + why);
            return own.reply(413, why);
        }
        Headers headers = Headers.NONE;
        for (Map.Entry<String, List<String>> field : http.getRequestHeaders().entrySet()) {
            for (String value : field.getValue()) {
                headers = headers.with(field.getKey(), value);
            }
        }
        String path = http.getRequestURI().getRawPath();
        String query = http.getRequestURI().getRawQuery();
        try {
            return exchange.exchange(
                    new Request(http.getRequestMethod(), query == null ? path : path + "?" + query, headers, body));
        } catch (NotSent e) {
            return own.reply(503, "try again later");
        } catch (RuntimeException | Error e) {
            bugs.accept(e);
            return own.reply(500, "internal error");
        }
    }

    private Reply busy() {
        return own.reply(503, "busy; try again later").header("Retry-After", "1");
    }

    /** The whole body, or null if it is too large (then it has been dropped). */
    private byte[] body(InputStream in) throws IOException {
        byte[] body = in.readNBytes(limits.largestBody() + 1);
        if (body.length <= limits.largestBody()) {
            return body;
        }
        byte[] dropped = new byte[1 << 16];
        long total = body.length;
        for (int n = in.read(dropped); n >= 0 && total < LARGEST_DROPPED; n = in.read(dropped)) {
            total += n;
        }
        return null;
    }

    private void write(HttpExchange http, Reply reply) throws IOException {
        for (Headers.Field field : reply.headers().fields()) {
            http.getResponseHeaders().add(field.name(), field.value());
        }
        boolean head = http.getRequestMethod().equals("HEAD");
        boolean streamed = reply.stream() != Reply.Stream.NONE && !head;
        int length = head ? 0 : reply.body().length;
        http.sendResponseHeaders(reply.status(), streamed ? 0 : length == 0 ? -1 : length);
        if (!streamed && length == 0) {
            return;
        }
        boolean patient = streamed || Deadline.isNeeded(length);
        try (OutputStream body = http.getResponseBody();
                OutputStream out = patient ? deadline.over(body) : body) {
            if (streamed) {
                reply.stream().writeTo(out);
            } else {
                out.write(reply.body());
            }
        }
    }

    /** Bytes set aside for the body, or -1 if there is no room for the request. */
    private synchronized long reserve(HttpExchange http) {
        long declared = declaredLength(http);
        long bytes = Math.min(declared < 0 ? limits.largestBody() : declared, limits.largestBody());
        if (refusing || requestsInHand == limits.requestsInHand() || bytesInHand + bytes > limits.bodiesInHand()) {
            return -1;
        }
        requestsInHand++;
        bytesInHand += bytes;
        return bytes;
    }

    private synchronized void release(long reserved) {
        if (reserved >= 0) {
            requestsInHand--;
            bytesInHand -= reserved;
            notifyAll();
        }
    }

    /** -1 where the body has no declared length (chunked). */
    private static long declaredLength(HttpExchange http) {
        String length = http.getRequestHeaders().getFirst("Content-Length");
        boolean chunked = http.getRequestHeaders().containsKey("Transfer-Encoding");
        try {
            return length == null ? (chunked ? -1 : 0) : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
