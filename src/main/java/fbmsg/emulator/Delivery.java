package fbmsg.emulator;

import fbmsg.json.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One webhook on its way to its URL, and what became of each attempt. Safe for many threads. */
final class Delivery {
    /** Where it stands. */
    enum State {
        WAITING,
        DELIVERED,
        GIVEN_UP
    }

    /**
     * One post of it.
     *
     * @param outcome the HTTP status, or why there is none
     */
    record Attempt(Instant at, Document outcome) {}

    private final String event;
    private final CallbackUrl url;
    private final Document body;
    private final List<Attempt> attempts = new ArrayList<>();
    private State state = State.WAITING;

    /**
     * @param event {@code inbound}
     */
    Delivery(String event, CallbackUrl url, Document body) {
        this.event = event;
        this.url = url;
        this.body = body;
    }

    CallbackUrl url() {
        return url;
    }

    Document body() {
        return body;
    }

    /** Returns how many attempts there were. */
    synchronized int add(Attempt attempt) {
        attempts.add(attempt);
        return attempts.size();
    }

    synchronized void end(State reached) {
        state = reached;
    }

    /** As {@code GET /emulator/webhooks} shows it. */
    synchronized Document shown() {
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
