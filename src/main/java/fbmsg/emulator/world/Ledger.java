package fbmsg.emulator.world;

import fbmsg.emulator.rules.Message;
import fbmsg.emulator.webhook.Version;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What was accepted, in that order; in memory, and when it is full the oldest goes. Safe for many threads. */
public final class Ledger {
    /** Messages that are remembered. */
    public static final int MOST = 100_000;

    private final int most;
    private final Deque<Entry> entries = new ArrayDeque<>();

    public Ledger(int most) {
        this.most = most;
    }

    /**
     * One accepted message.
     *
     * @param version by which it came
     * @param applicationId whose token came with it
     */
    public record Entry(
            String messageUuid, Version version, Message message, String applicationId, Instant acceptedAt) {}

    public synchronized void add(Entry entry) {
        if (entries.size() == most) {
            entries.removeFirst();
        }
        entries.addLast(entry);
    }

    /** As it stands now. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }
}
