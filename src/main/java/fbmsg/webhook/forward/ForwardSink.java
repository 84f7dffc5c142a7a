package fbmsg.webhook.forward;

import fbmsg.http.Exchange;
import fbmsg.http.NotSent;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.http.Unanswered;
import fbmsg.webhook.Received;
import fbmsg.webhook.Sink;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Posts each webhook on to a URL as it came: the target's 2xx is ours, anything else has the event come again. A target that
 * fails, or is not there, never ends the run.
 */
public final class ForwardSink implements Sink {
    private final String url;
    private final String path;
    private final List<Exchange> addresses;
    private final LongSupplier nanos;
    private final Consumer<String> notes;
    private final Consumer<String> warnings;

    /** The address that answered last: where a name has several, one of them is the right one. */
    private volatile int preferred;

    /**
     * @param url for people
     * @param path to which it is posted; empty: the webhook's own
     * @param addresses of the target, tried in their order
     * @param nanos time that passes
     * @param notes is told of each webhook what was answered and how long it took
     * @param warnings is told of each that was not taken
     */
    public ForwardSink(
            String url,
            String path,
            List<Exchange> addresses,
            LongSupplier nanos,
            Consumer<String> notes,
            Consumer<String> warnings) {
        this.url = url;
        this.path = path;
        this.addresses = addresses;
        this.nanos = nanos;
        this.notes = notes;
        this.warnings = warnings;
    }

    @Override
    public Taken take(Received received) {
        Request request = received.request();
        Request forwarded = new Request(
                request.method(), path.isEmpty() ? request.path() : path, Forwarded.headers(request), request.body());
        long start = nanos.getAsLong();
        try {
            return answered(received, post(forwarded), (nanos.getAsLong() - start) / 1_000_000);
        } catch (NotSent e) {
            return later(
                    received,
                    e.connected() ? "the connection to " + url + " broke (" + e.getMessage() + ")" : unreachable(e));
        } catch (IllegalArgumentException e) {
            return later(received, "its path " + request.path() + " is none that can be posted to");
        } catch (Unanswered e) {
            return later(received, url + " gave no answer (" + e.getMessage() + ")");
        }
    }

    private String unreachable(NotSent e) {
        return String.valueOf(e.getMessage()).endsWith("connection refused")
                ? "nothing listens on " + url
                : url + " cannot be reached (" + e.getMessage() + ")";
    }

    /** Where nothing listens on one address, perhaps something does on the next. */
    private Reply post(Request request) throws NotSent, Unanswered {
        NotSent last = null;
        for (int i = 0; i < addresses.size(); i++) {
            int address = (preferred + i) % addresses.size();
            try {
                Reply reply = addresses.get(address).exchange(request);
                preferred = address;
                return reply;
            } catch (NotSent e) {
                if (e.connected()) {
                    throw e;
                }
                last = e;
            }
        }
        throw last;
    }

    private Taken answered(Received received, Reply reply, long millis) {
        String line = received.named() + " of user " + received.user() + ": " + url + " answered " + reply.status()
                + " in " + millis + " ms";
        if (reply.status() >= 200 && reply.status() < 300) {
            notes.accept(line);
            return Taken.DONE;
        }
        warnings.accept(line + "; answered 503, it comes again");
        return Taken.LATER;
    }

    private Taken later(Received received, String why) {
        warnings.accept(received.named() + ": " + why + "; answered 503, it comes again");
        return Taken.LATER;
    }
}
