package fbmsg.emulator.world;

import fbmsg.emulator.rules.Message;
import java.util.List;

/** What was said on both sides, in that order; in memory, and when it is full the oldest goes. Safe for many threads. */
public final class Ledger {
    /** Messages that are remembered. */
    static final int MOST = 100_000;

    /** Characters of their contents and references, all together. */
    private static final long HEAVIEST = 64L << 20;

    private final Window<Entry> entries;

    Ledger(int most) {
        this.entries = new Window<>(most, HEAVIEST, Ledger::weight);
    }

    private static long weight(Entry entry) {
        Message message = entry.message();
        return 200L
                + message.content().length()
                + message.messenger().tag().orElse("").length()
                + message.callback().url().orElse("").length();
    }

    synchronized void add(Entry entry) {
        entries.add(entry);
    }

    /** As it stands now. */
    public synchronized List<Entry> entries() {
        return entries.items();
    }

    synchronized void forget() {
        entries.items().forEach(Entry::forget);
        entries.clear();
    }
}
