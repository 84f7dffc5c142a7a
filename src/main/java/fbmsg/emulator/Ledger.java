package fbmsg.emulator;

import fbmsg.json.Document;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What was accepted, in that order; in memory, and when it is full the oldest goes. Safe for many threads. */
final class Ledger {
    /** Messages that are remembered. */
    static final int MOST = 100_000;

    private final int most;
    private final Deque<Entry> entries = new ArrayDeque<>();

    Ledger(int most) {
        this.most = most;
    }

    /**
     * One accepted message.
     *
     * @param version by which it came
     * @param applicationId whose token came with it
     */
    record Entry(String messageUuid, Version version, Message message, String applicationId, Instant acceptedAt) {
        /** The same form for both versions; times are RFC 3339 in UTC. */
        Document toDocument() {
            boolean text = message.type() == MessageType.TEXT;
            return Document.object()
                    .with("message_uuid", messageUuid)
                    .with("version", version.wire())
                    .with("from", message.from())
                    .with("to", message.to())
                    .with("type", message.type().wire())
                    .with(text ? "text" : "url", message.content())
                    .with("client_ref", message.clientRef())
                    .with("category", message.messenger().category())
                    .with("tag", message.messenger().tag())
                    .with("application_id", applicationId)
                    .with("accepted_at", acceptedAt.toString())
                    .build();
        }
    }

    synchronized void add(Entry entry) {
        if (entries.size() == most) {
            entries.removeFirst();
        }
        entries.addLast(entry);
    }

    /** As it stands now. */
    synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }
}
