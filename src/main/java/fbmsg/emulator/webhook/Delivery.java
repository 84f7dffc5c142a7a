package fbmsg.emulator.webhook;

import fbmsg.http.Request;
import fbmsg.json.Document;
import fbmsg.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One webhook on its way to its URL, and what became of each attempt. Safe for many threads. */
public final class Delivery {
    /** Where it stands. */
    enum State {
        WAITING,
        DELIVERED,
        GIVEN_UP
    }

    /**
     * What is posted.
     *
     * @param event {@code inbound} or {@code status}
     * @param messageUuid of the message that it tells of
     * @param url as its owner gave it, perhaps none
     */
    public record Webhook(
            String event,
            String messageUuid,
            String url,
            Document body,
            WebhookSigner signer,
            WebhookSigner.Signing signing) {}

    /**
     * One post of it.
     *
     * @param outcome the HTTP status, or why there is none
     */
    record Attempt(Instant at, Document outcome) {}

    private final Webhook webhook;
    private final String text;
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private State state = State.WAITING;

    public Delivery(Webhook webhook) {
        this.webhook = webhook;
        this.text = JsonText.compact(webhook.body());
    }

    public Webhook webhook() {
        return webhook;
    }

    /** Signed anew each time. */
    Request request(CallbackUrl to) {
        return webhook.signer().post(to.path(), text.getBytes(StandardCharsets.UTF_8), webhook.signing());
    }

    /** About how many characters it keeps. */
    long weight() {
        return webhook.url().length() + text.length();
    }

    /** Runs it once this has been tried or has ended: now, if it has. */
    void whenTried(Runnable then) {
        synchronized (this) {
            if (attempts.isEmpty() && state == State.WAITING) {
                waiting.add(then);
                return;
            }
        }
        then.run();
    }

    /** Returns how many attempts there were. */
    synchronized int add(Attempt attempt) {
        attempts.add(attempt);
        return attempts.size();
    }

    synchronized void end(State reached) {
        state = state == State.WAITING ? reached : state;
    }

    synchronized boolean isOver() {
        return state != State.WAITING;
    }

    /** Runs what waits for this one: after it was tried, or has ended. */
    void wake() {
        List<Runnable> next;
        synchronized (this) {
            next = List.copyOf(waiting);
            waiting.clear();
        }
        next.forEach(Runnable::run);
    }

    /** As {@code GET /emulator/webhooks} shows it. */
    public synchronized Document shown() {
        return Document.object()
                .with("event", webhook.event())
                .with("url", webhook.url())
                .with("state", state.name().toLowerCase(Locale.ROOT))
                .with(
                        "attempts",
                        Document.of(attempts.stream().map(Delivery::shown).toList()))
                .with("body", webhook.body())
                .build();
    }

    private static Document shown(Attempt attempt) {
        return Document.object()
                .with("at", attempt.at().toString())
                .with("answer", attempt.outcome())
                .build();
    }
}
