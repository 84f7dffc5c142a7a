package fbmsg.emulator.world;

import java.util.List;

/** What was said on both sides, in that order; in memory, and when it is full the oldest goes. Safe for many threads. */
public final class Ledger {
    /** Messages that are remembered. */
    static final int MOST = 100_000;

    /** Characters of what in them has no limit of its own, all together. */
    private static final long HEAVIEST = 64L << 20;

    private final Window<Entry> entries;

    Ledger(int most) {
        this.entries = new Window<>(most, HEAVIEST, Entry::weight);
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
