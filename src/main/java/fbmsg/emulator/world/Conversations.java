package fbmsg.emulator.world;

import fbmsg.emulator.rules.Message;
import fbmsg.emulator.webhook.DeliveryError;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * When each user has last written to each page: nobody can be written to who has not written first, and after 24 hours only
 * with a tag. Remembers a limited number; the longest silent goes first. Safe for many threads.
 */
public final class Conversations {
    private static final int MOST = 100_000;
    private static final Duration WINDOW = Duration.ofHours(24);

    private record Pair(String page, String psid) {}

    private final Map<Pair, Instant> lastWritten = new LinkedHashMap<>();

    public Conversations() {}

    public synchronized void written(String page, String psid, Instant at) {
        Pair pair = new Pair(page, psid);
        lastWritten.remove(pair);
        if (lastWritten.size() == MOST) {
            lastWritten.remove(lastWritten.keySet().iterator().next());
        }
        lastWritten.put(pair, at);
    }

    /** Why the user cannot be given a message now; empty if that is possible. */
    public synchronized Optional<DeliveryError> objection(Message message, Instant now) {
        Instant last = lastWritten.get(new Pair(message.from(), message.to()));
        if (last == null) {
            return Optional.of(DeliveryError.NOT_A_USER);
        }
        boolean tagged = message.messenger().category().equals(Optional.of("message_tag"));
        return tagged || Duration.between(last, now).compareTo(WINDOW) <= 0
                ? Optional.empty()
                : Optional.of(DeliveryError.OUTSIDE_WINDOW);
    }
}
