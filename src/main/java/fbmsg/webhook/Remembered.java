package fbmsg.webhook;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * The last so many ids, each with a mark: enough for a day's redeliveries of a busy Page, in a few megabytes whatever the ids
 * are like. Of an id are kept 128 bits of its SHA-256, so that no stranger can make two that are taken for one.
 */
final class Remembered {
    private static final int MOST = 100_000;
    private static final int NONE = -1;
    private static final int CHUNK = 4096;
    private static final long[] NO_MARKS = {};

    private final int most;

    /** In the order in which they came; the oldest is written over when there are so many. */
    private final Chunk[] chunks;

    /** Where an id stands, found by its first bits, else in one of the places after it. */
    private int[] places = emptied(2 * CHUNK);

    private int size;
    private int next;

    /** So many entries. They are not copied when there are more: what is left behind would have to be cleaned up. */
    private static final class Chunk {
        private final long[] high = new long[CHUNK];
        private final long[] low = new long[CHUNK];
        private long[] marks = NO_MARKS;

        long mark(int at) {
            return marks == NO_MARKS ? 0 : marks[at];
        }

        void put(int at, long keyHigh, long keyLow, long mark) {
            high[at] = keyHigh;
            low[at] = keyLow;
            if (mark != 0 && marks == NO_MARKS) {
                marks = new long[CHUNK];
            }
            if (marks != NO_MARKS) {
                marks[at] = mark;
            }
        }
    }

    Remembered() {
        this(MOST);
    }

    Remembered(int most) {
        this.most = most;
        this.chunks = new Chunk[(most + CHUNK - 1) / CHUNK];
    }

    /** The mark that an id was put with, or -1 if it is not known. */
    synchronized long mark(String id) {
        ByteBuffer key = digest(id);
        return markAt(places[place(key.getLong(0), key.getLong(8))]);
    }

    /**
     * @param mark not negative
     * @return the mark that the id has already, which then stays; -1 if it is put now
     */
    synchronized long putIfAbsent(String id, long mark) {
        ByteBuffer key = digest(id);
        long high = key.getLong(0);
        long low = key.getLong(8);
        int at = places[place(high, low)];
        if (at != NONE) {
            return markAt(at);
        }
        makeRoom();
        chunks[next / CHUNK].put(next % CHUNK, high, low, mark);
        places[place(high, low)] = next;
        next = (next + 1) % most;
        return NONE;
    }

    private long markAt(int at) {
        return at == NONE ? NONE : chunks[at / CHUNK].mark(at % CHUNK);
    }

    /** 63 bits that stand for a text where ids are compared. */
    static long fingerprint(String text) {
        return digest(text).getLong(0) & Long.MAX_VALUE;
    }

    private void makeRoom() {
        if (size == most) {
            remove(place(high(next), low(next)));
            return;
        }
        if (chunks[next / CHUNK] == null) {
            chunks[next / CHUNK] = new Chunk();
        }
        if (2 * size >= places.length) {
            places = emptied(2 * places.length);
            for (int i = 0; i < size; i++) {
                places[place(high(i), low(i))] = i;
            }
        }
        size++;
    }

    private long high(int at) {
        return chunks[at / CHUNK].high[at % CHUNK];
    }

    private long low(int at) {
        return chunks[at / CHUNK].low[at % CHUNK];
    }

    /** Where an id is noted, or is to be. */
    private int place(long keyHigh, long keyLow) {
        int place = home(keyHigh);
        while (places[place] != NONE && (high(places[place]) != keyHigh || low(places[place]) != keyLow)) {
            place = (place + 1) % places.length;
        }
        return place;
    }

    private int home(long keyHigh) {
        return (int) Long.remainderUnsigned(keyHigh, places.length);
    }

    /** Those that had to stand after it because of it move up: a search ends at the first free place. */
    private void remove(int place) {
        int free = place;
        for (int i = (place + 1) % places.length; places[i] != NONE; i = (i + 1) % places.length) {
            int distance = (i - home(high(places[i])) + places.length) % places.length;
            if (distance >= (i - free + places.length) % places.length) {
                places[free] = places[i];
                free = i;
            }
        }
        places[free] = NONE;
    }

    private static int[] emptied(int length) {
        int[] places = new int[length];
        Arrays.fill(places, NONE);
        return places;
    }

    private static ByteBuffer digest(String text) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
