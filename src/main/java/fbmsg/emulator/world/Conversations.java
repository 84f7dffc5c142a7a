package fbmsg.emulator.world;

import fbmsg.emulator.rules.Message;
import fbmsg.emulator.webhook.DeliveryError;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When each user has last written to each page: nobody can be written to who has not written first, and after 24 hours only
 * with one of Facebook's tags. Remembers a limited number; the longest silent goes first. Safe for many threads.
 */
final class Conversations {
    private static final int MOST = 100_000;
    private static final Duration WINDOW = Duration.ofHours(24);

    /** Facebook's tags ("Message Tags", Messenger Platform). */
    private static final List<String> TAGS = List.of(
            "CONFIRMED_EVENT_UPDATE",
            "POST_PURCHASE_UPDATE",
            "ACCOUNT_UPDATE",
            "CUSTOMER_FEEDBACK",
            Conversations.HUMAN);

    private static final String HUMAN = "HUMAN_AGENT";

    /** How long a human may still answer. */
    private static final Duration HUMAN_WINDOW = Duration.ofDays(7);

    private record Pair(String page, String psid) {}

    private final Map<Pair, Instant> lastWritten = new LinkedHashMap<>();

    Conversations() {}

    synchronized void forget() {
        lastWritten.clear();
    }

    synchronized void written(String page, String psid, Instant at) {
        Pair pair = new Pair(page, psid);
        lastWritten.remove(pair);
        if (lastWritten.size() == MOST) {
            lastWritten.remove(lastWritten.keySet().iterator().next());
        }
        lastWritten.put(pair, at);
    }

    /** Why the user cannot be given a message now; empty if that is possible. */
    synchronized Optional<DeliveryError> objection(Message message, Instant now) {
        Optional<String> tag = message.messenger().category().equals(Optional.of("message_tag"))
                ? message.messenger().tag()
                : Optional.empty();
        if (tag.isPresent() && !TAGS.contains(tag.get())) {
            return Optional.of(DeliveryError.INVALID_TAG);
        }
        Instant last = lastWritten.get(new Pair(message.from(), message.to()));
        if (last == null) {
            return Optional.of(DeliveryError.NOT_A_USER);
        }
        Duration since = Duration.between(last, now);
        boolean late = tag.isEmpty()
                ? since.compareTo(WINDOW) > 0
                : tag.get().equals(HUMAN) && since.compareTo(HUMAN_WINDOW) > 0;
        return late ? Optional.of(DeliveryError.OUTSIDE_WINDOW) : Optional.empty();
    }
}
