package fbmsg.webhook;

import fbmsg.message.Event;
import java.util.Optional;

/**
 * Which events are handed on, and whether the others come again.
 *
 * @param kind of event
 * @param type of an inbound message's content; empty: any. Statuses have none, and pass
 * @param user who wrote, or of a status who was written to; empty: anybody
 * @param restComesAgain empty: messages of users do, so that none is lost; statuses do not
 */
public record Filter(Kind kind, Optional<String> type, Optional<String> user, Optional<Boolean> restComesAgain) {
    /** Messages of users, all of them. */
    public static final Filter MESSAGES =
            new Filter(Kind.INBOUND, Optional.empty(), Optional.empty(), Optional.empty());

    /** Kinds of events. */
    public enum Kind {
        INBOUND,
        STATUS,
        ANY
    }

    boolean wants(Event event) {
        return event.match(
                inbound -> kind != Kind.STATUS
                        && passes(type, inbound.content().type())
                        && passes(user, inbound.from().value()),
                status -> kind != Kind.INBOUND && passes(user, status.to().value()));
    }

    /** Whether an event that is not wanted is answered so that it is delivered again. */
    boolean comesAgain(Event event) {
        return restComesAgain.orElseGet(() -> event.match(inbound -> true, status -> false));
    }

    private static boolean passes(Optional<String> wanted, String is) {
        return wanted.isEmpty() || wanted.get().equals(is);
    }
}
