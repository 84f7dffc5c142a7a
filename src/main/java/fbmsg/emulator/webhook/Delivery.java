package fbmsg.emulator.webhook;

import fbmsg.json.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One webhook on its way to its URL, and what became of each attempt. Safe for many threads. */
public final class Delivery {
    /** Where it stands. */
    public enum State {
        WAITING,
        DELIVERED,
        GIVEN_UP
    }

    /**
     * One post of it.
     *
     * @param outcome the HTTP status, or why there is none
     */
    public record Attempt(Instant at, Document outcome) {}

    private final String event;
    private final CallbackUrl url;
    private final Document body;
    private final List<Attempt> attempts = new ArrayList<>();
    private State state = State.WAITING;

    /**
     * @param event {@code inbound}
     */
    public Delivery(String event, CallbackUrl url, Document body) {
        this.event = event;
        this.url = url;
        this.body = body;
    }

    public CallbackUrl url() {
        return url;
    }

    public Document body() {
        return body;
    }

    /** Returns how many attempts there were. */
    public synchronized int add(Attempt attempt) {
        attempts.add(attempt);
        return attempts.size();
    }

    public synchronized void end(State reached) {
        state = reached;
    }

    /** As {@code GET /emulator/webhooks} shows it. */
    public synchronized Document shown() {
        return Document.object()
                .with("event", event)
                .with("url", url.toString())
                .with("state", state.name().toLowerCase(Locale.ROOT))
                .with(
                        "attempts",
                        Document.of(attempts.stream().map(Delivery::shown).toList()))
                .with("body", body)
                .build();
    }

    private static Document shown(Attempt attempt) {
        return Document.object()
                .with("at", attempt.at().toString())
                .with("answer", attempt.outcome())
                .build();
    }
}
