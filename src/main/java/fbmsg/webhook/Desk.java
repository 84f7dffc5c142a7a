package fbmsg.webhook;

import fbmsg.http.Reply;

/** Where an event goes that has passed the door, and what its sender is answered. */
@FunctionalInterface
public interface Desk {
    Reply answer(Received received);

    /** Not now: Vonage delivers it again, for up to a day. */
    static Reply later(String why) {
        return Reply.text(503, why + "; deliver it again").header("Retry-After", "5");
    }
}
