package fbmsg.webhook;

import fbmsg.http.Exchange;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.json.Json;
import fbmsg.json.MalformedJson;
import fbmsg.json.wire.NotAnEvent;
import fbmsg.json.wire.Webhooks;
import fbmsg.message.Event;
import fbmsg.message.StatusUpdate;
import java.util.Optional;
import java.util.function.Consumer;

/** Answers webhooks: who may not pass is turned away, what is no event is 400, the rest goes to the handover. */
public final class Receiver implements Exchange {
    private final Doorkeeper door;
    private final Handover handover;
    private final Consumer<String> notes;
    private final Consumer<String> warnings;

    /**
     * @param notes is told, a line each, what was turned away and what was answered without being handed on
     * @param warnings is told that a message was not delivered, and why
     */
    public Receiver(Doorkeeper door, Handover handover, Consumer<String> notes, Consumer<String> warnings) {
        this.door = door;
        this.handover = handover;
        this.notes = notes;
        this.warnings = warnings;
    }

    @Override
    public Reply exchange(Request request) {
        Optional<Reply> turnedAway = door.turnAway(request);
        if (turnedAway.isPresent()) {
            return told(turnedAway.get());
        }
        Event event;
        try {
            event = Webhooks.decode(Json.parse(request.body()));
        } catch (MalformedJson e) {
            return told(Reply.text(400, "the body is not JSON: " + e.where()));
        } catch (NotAnEvent e) {
            return told(Reply.text(400, "the body is no webhook of Messenger's: " + e.getMessage()));
        }
        String signature = door.checksSignatures() ? "valid" : "unchecked";
        return event.match(
                inbound -> handover.handOver(new Received(inbound, request.body(), signature)), this::unwanted);
    }

    /** Nobody asked for statuses; they would otherwise come again for a day. */
    private Reply unwanted(StatusUpdate status) {
        String what = "status " + status.status() + " of message " + status.id();
        String why = status.error()
                .map(error -> ", code " + error.code() + ": " + error.detail())
                .orElse("");
        String more = status.error()
                .filter(error -> error.code().matches("[0-9]{1,9}"))
                .map(error -> "; see: fbmsg explain " + error.code())
                .orElse("");
        boolean failed = status.status().equals("rejected") || status.status().equals("undeliverable");
        (failed ? warnings : notes).accept(what + why + " (answered, not printed)" + more);
        return Reply.of(200);
    }

    private Reply told(Reply reply) {
        notes.accept(
                "a request was answered " + reply.status() + ": " + reply.text().strip());
        return reply;
    }
}
