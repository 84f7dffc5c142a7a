package fbmsg.webhook;

import fbmsg.http.Reply;
import fbmsg.message.InboundMessage;
import fbmsg.message.MessageId;
import fbmsg.message.Stage;
import fbmsg.message.StatusUpdate;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Watches what becomes of messages that are being sent: their statuses are answered 200, every other event 503, so that it
 * comes again and is not lost.
 *
 * <p>A status may come before the answer that tells its message's id: while something is being sent it is held until the
 * id is known.
 */
public final class StatusWatch implements Desk {
    private final Stage awaited;
    private final Duration hold;
    private final Consumer<String> notes;
    private final Consumer<String> details;
    private final Map<MessageId, Watched> messages = new HashMap<>();
    private boolean sending = true;

    /**
     * @param awaited a message that has come so far, or that has failed, is watched no more
     * @param hold how long a status is held at most before it is answered 503
     * @param notes is told, a line each, of messages of users that are left to come again
     * @param details is told, a line each, of statuses
     */
    public StatusWatch(Stage awaited, Duration hold, Consumer<String> notes, Consumer<String> details) {
        this.awaited = awaited;
        this.hold = hold;
        this.notes = notes;
        this.details = details;
    }

    /** A message was accepted under this id. */
    public synchronized void expect(MessageId id) {
        messages.put(id, new Watched());
        notifyAll();
    }

    /** Nothing more is sent: a status whose message is not known now is another's. */
    public synchronized void allSent() {
        sending = false;
        notifyAll();
    }

    /**
     * Waits until each message has come as far as is awaited, or has failed, and the answer to the webhook that said so has
     * left; not longer than that.
     */
    public synchronized void await(Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        while (messages.values().stream().anyMatch(message -> !message.settled)) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return;
            }
            wait(left / 1_000_000 + 1);
        }
    }

    /** What is known of a message: the status that settled it, else the furthest; empty if none came. */
    public synchronized Optional<StatusUpdate> status(MessageId id) {
        return Optional.ofNullable(messages.get(id)).map(message -> message.status);
    }

    /** Whether a message that has this status needs no more watching. */
    private boolean settles(StatusUpdate status) {
        return status.failed()
                || status.stage().filter(stage -> stage.compareTo(awaited) >= 0).isPresent();
    }

    @Override
    public Reply answer(Received received) {
        return received.event().match(this::left, this::status);
    }

    private Reply left(InboundMessage inbound) {
        notes.accept("message " + inbound.id() + " of user " + inbound.from().value()
                + " was answered 503: it comes again, for 'fbmsg listen'");
        return Desk.later("messages are not taken here");
    }

    private Reply status(StatusUpdate status) {
        String what = "status " + status.status() + " of message " + status.id();
        try {
            if (isWatched(status.id())) {
                details.accept(what);
                return note(status);
            }
        } catch (InterruptedException e) {
            // the run ends; the mark is not set again, it would close the connection under the answer
            return Desk.later("ending");
        }
        details.accept(what + ", another one, was answered 503");
        return Desk.later("the message is not known here");
    }

    private synchronized boolean isWatched(MessageId id) throws InterruptedException {
        long end = System.nanoTime() + hold.toNanos();
        for (long left = hold.toNanos();
                sending && !messages.containsKey(id) && left > 0;
                left = end - System.nanoTime()) {
            wait(left / 1_000_000 + 1);
        }
        return messages.containsKey(id);
    }

    private synchronized Reply note(StatusUpdate status) {
        Watched message = messages.get(status.id());
        if (message.status == null || !settles(message.status) && isFurther(status, message.status)) {
            message.status = status;
        }
        return settles(status) ? Reply.of(200).whenGone(gone -> settle(message)) : Reply.of(200);
    }

    /** What is not known is taken for the least. */
    private boolean isFurther(StatusUpdate status, StatusUpdate than) {
        return settles(status)
                || status.stage().map(Stage::ordinal).orElse(-1)
                        > than.stage().map(Stage::ordinal).orElse(-1);
    }

    /** Whether the answer left or the connection broke: what it answered is known, and would only be told again. */
    private synchronized void settle(Watched message) {
        message.settled = true;
        notifyAll();
    }

    /** A message that was accepted. */
    private static final class Watched {
        private StatusUpdate status;
        private boolean settled;
    }
}
