package fbmsg.cli.talk.listen.sink;

import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import fbmsg.cli.talk.messenger.Messenger;
import fbmsg.cli.talk.messenger.Told;
import fbmsg.message.Content;
import fbmsg.message.InboundMessage;
import fbmsg.message.InvalidMessage;
import fbmsg.message.OutboundMessage;
import fbmsg.message.Terms;
import fbmsg.sending.Seen;
import fbmsg.webhook.Received;
import fbmsg.webhook.Sink.Taken;
import fbmsg.webhook.command.Answerer;
import java.time.Duration;
import java.util.Optional;

/**
 * Sends what a command printed back to the user. What surely was not taken is tried again for half a minute, and then comes
 * again; what may have been taken is never sent twice, over restarts neither where there is a {@code --seen} file.
 */
final class Answering implements Answerer {
    private static final Duration TRIED_FOR = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Session session;
    private final Messenger messenger;
    private final Optional<Seen> seen;
    private final ToldIncidents incidents;

    Answering(Session session, Messenger messenger, Optional<Seen> seen, ToldIncidents incidents) {
        this.session = session;
        this.messenger = messenger;
        this.seen = seen;
        this.incidents = incidents;
    }

    @Override
    public Taken answer(Received received, InboundMessage message, String text) {
        OutboundMessage answer;
        try {
            answer = new OutboundMessage(message.to(), message.from(), new Content.Text(text), Terms.USUAL);
        } catch (InvalidMessage e) {
            return failed(received, new Told(Exit.DATA, "the answer: " + e.getMessage(), Optional.empty()));
        }
        seen.ifPresent(file -> file.leaving(received.id()));
        return send(received, answer);
    }

    private Taken send(Received received, OutboundMessage answer) {
        long end = session.host().timer().nanos() + TRIED_FOR.toNanos();
        while (true) {
            Told told = Told.of(messenger.send(answer), session.host().clock().instant());
            if (told.accepted()) {
                session.note("answered " + received.named() + " of user " + received.user() + " as " + told.message());
                return Taken.DONE;
            }
            if (!told.exit().retryable()) {
                return failed(received, told);
            }
            if (session.host().timer().nanos() + PAUSE.toNanos() > end || !pause()) {
                seen.ifPresent(file -> file.notTaken(received.id()));
                session.warn("the answer to " + received.named() + ": " + told.message());
                return Taken.LATER;
            }
        }
    }

    /**
     * @return whether the run goes on
     */
    private boolean pause() {
        try {
            session.host().timer().pause(PAUSE);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private Taken failed(Received received, Told told) {
        incidents.failed(received, told.message(), told.exit());
        return Taken.DONE;
    }
}
