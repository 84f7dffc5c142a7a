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
    static final int MOST = 100_000;

    private static final int NONE = -1;
    private static final int FIRST = 1024;

    private final int most;

    /** In the order in which they came; the oldest is written over when there are so many. */
    private long[] high = new long[FIRST];

    private long[] low = new long[FIRST];
    private long[] marks = new long[FIRST];

    /** Where in these arrays an id stands, found by its first bits, else in one of the places after it. */
    private int[] places = emptied(2 * FIRST);

    private int size;
    private int next;

    Remembered() {
        this(MOST);
    }

    Remembered(int most) {
        this.most = most;
    }

    /** The mark that an id was put with, or -1 if it is not known. */
    synchronized long mark(String id) {
        ByteBuffer key = digest(id);
        int at = places[place(key.getLong(0), key.getLong(8))];
        return at == NONE ? NONE : marks[at];
    }

    /**
     * @param mark not negative
     * @return the mark that the id has already, which then stays; -1 if it is put now
     */
    synchronized long putIfAbsent(String id, long mark) {
        ByteBuffer key = digest(id);
        long keyHigh = key.getLong(0);
        long keyLow = key.getLong(8);
        int at = places[place(keyHigh, keyLow)];
        if (at != NONE) {
            return marks[at];
        }
        makeRoom();
        high[next] = keyHigh;
        low[next] = keyLow;
        marks[next] = mark;
        places[place(keyHigh, keyLow)] = next;
        next = (next + 1) % most;
        return NONE;
    }

    /** 63 bits that stand for a text where ids are compared. */
    static long fingerprint(String text) {
        return digest(text).getLong(0) & Long.MAX_VALUE;
    }

    private void makeRoom() {
        if (size == most) {
            remove(place(high[next], low[next]));
            return;
        }
        size++;
        if (size > high.length) {
            int length = Math.min(most, 2 * high.length);
            high = Arrays.copyOf(high, length);
            low = Arrays.copyOf(low, length);
            marks = Arrays.copyOf(marks, length);
            places = emptied(2 * length);
            for (int i = 0; i < size - 1; i++) {
                places[place(high[i], low[i])] = i;
            }
        }
    }

    /** Where an id is noted, or is to be. */
    private int place(long keyHigh, long keyLow) {
        int place = home(keyHigh);
        while (places[place] != NONE && (high[places[place]] != keyHigh || low[places[place]] != keyLow)) {
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
            int distance = (i - home(high[places[i]]) + places.length) % places.length;
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
