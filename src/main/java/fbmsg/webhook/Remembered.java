package fbmsg.webhook;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The last so many ids and some before them, each with a mark: enough for a day's redeliveries of a busy Page, in a few megabytes
 * whatever the ids are like. Of an id are kept 128 bits of its SHA-256, so that no stranger can make two that are taken for
 * one.
 */
final class Remembered {
    static final int MOST = 100_000;
    private static final int NONE = -1;

    private final int most;

    /** The newest first. One is never enlarged, as what it had before would lie about, but the oldest is left as a whole. */
    private final Deque<Table> tables = new ArrayDeque<>();

    /** Ids by the bits that are kept of them. Nothing is taken out of it. */
    private static final class Table {
        static final int FULL = 8192;
        private static final int PLACES = 2 * FULL;
        private static final int[] NO_MARKS = {};

        /** Where an id stands, plus one, found by its last bits, else in one of the places after it; 0 where there is none. */
        private final char[] places = new char[PLACES];

        private final long[] high = new long[FULL];
        private final long[] low = new long[FULL];
        private int[] marks = NO_MARKS;
        private int size;

        int mark(long keyHigh, long keyLow) {
            int at = places[place(keyHigh, keyLow)];
            return at == 0 ? NONE : marks == NO_MARKS ? 0 : marks[at - 1];
        }

        void put(long keyHigh, long keyLow, int mark) {
            int place = place(keyHigh, keyLow);
            high[size] = keyHigh;
            low[size] = keyLow;
            if (mark != 0 && marks == NO_MARKS) {
                marks = new int[FULL];
            }
            if (marks != NO_MARKS) {
                marks[size] = mark;
            }
            size++;
            places[place] = (char) size;
        }

        /** Where an id is noted, or is to be. */
        private int place(long keyHigh, long keyLow) {
            int place = (int) keyLow & PLACES - 1;
            while (places[place] != 0 && (high[places[place] - 1] != keyHigh || low[places[place] - 1] != keyLow)) {
                place = place + 1 & PLACES - 1;
            }
            return place;
        }
    }

    Remembered() {
        this(MOST);
    }

    Remembered(int most) {
        this.most = most;
    }

    /** The mark that an id was put with, or -1 if it is not known. */
    synchronized int mark(String id) {
        ByteBuffer key = digest(id);
        return mark(key.getLong(0), key.getLong(8));
    }

    /**
     * @param mark not negative
     * @return the mark that the id has already, which then stays; -1 if it is put now
     */
    synchronized int putIfAbsent(String id, int mark) {
        ByteBuffer key = digest(id);
        long high = key.getLong(0);
        long low = key.getLong(8);
        int before = mark(high, low);
        if (before == NONE) {
            open().put(high, low, mark);
        }
        return before;
    }

    private int mark(long high, long low) {
        for (Table table : tables) {
            int mark = table.mark(high, low);
            if (mark != NONE) {
                return mark;
            }
        }
        return NONE;
    }

    /** A table with room. */
    private Table open() {
        if (tables.isEmpty() || tables.peekFirst().size == Table.FULL) {
            if ((tables.size() - 1) * Table.FULL >= most) {
                tables.removeLast();
            }
            tables.addFirst(new Table());
        }
        return tables.peekFirst();
    }

    /** 31 bits that stand for a text where ids are compared. */
    static int fingerprint(String text) {
        return digest(text).getInt(0) & Integer.MAX_VALUE;
    }

    private static ByteBuffer digest(String text) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
