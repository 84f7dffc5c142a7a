package fbmsg.webhook;

import fbmsg.http.Exchange;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.json.Json;
import fbmsg.json.MalformedJson;
import fbmsg.json.wire.NotAnEvent;
import fbmsg.json.wire.Webhooks;
import fbmsg.message.Event;
import java.util.Optional;
import java.util.function.Consumer;

/** Answers webhooks: who may not pass is turned away, what is no event is 400, events go to the desk. */
public final class Receiver implements Exchange {
    private final Doorkeeper door;
    private final Desk desk;
    private final Consumer<String> notes;

    /**
     * @param notes is told, a line each, what was turned away
     */
    public Receiver(Doorkeeper door, Desk desk, Consumer<String> notes) {
        this.door = door;
        this.desk = desk;
        this.notes = notes;
    }

    @Override
    public Reply exchange(Request request) {
        Optional<Reply> turnedAway = door.turnAway(request);
        if (turnedAway.isPresent()) {
            return told(request, turnedAway.get());
        }
        Event event;
        try {
            event = Webhooks.decode(Json.parse(request.body()));
        } catch (MalformedJson e) {
            return told(request, Reply.text(400, "the body is not JSON: " + e.where()));
        } catch (NotAnEvent e) {
            return told(request, Reply.text(400, "the body is no webhook of Messenger's: " + e.getMessage()));
        }
        String signature = door.checksSignatures() ? "valid" : "unchecked";
        return desk.answer(new Received(event, request, signature, Optional.empty()));
    }

    /** Telling may take its time: whoever comes after it need not wait. */
    private Reply told(Request request, Reply reply) {
        request.turn().pass();
        notes.accept(
                "a request was answered " + reply.status() + ": " + reply.text().strip());
        return reply;
    }
}
