package fbmsg.sending;

import java.util.ArrayList;
import java.util.List;

/** Where the last entry of each line stands: eight bytes a line, so that a million of them fit into a small heap. */
final class Positions {
    private static final int PAGE = 1 << 13;

    private final List<long[]> pages = new ArrayList<>();

    void put(long line, long position) {
        int page = Math.toIntExact(line / PAGE);
        while (pages.size() <= page) {
            pages.add(null);
        }
        if (pages.get(page) == null) {
            pages.set(page, new long[PAGE]);
        }
        pages.get(page)[(int) (line % PAGE)] = position + 1;
    }

    /** Negative if there is none. */
    long position(long line) {
        int page = Math.toIntExact(line / PAGE);
        return page >= pages.size() || pages.get(page) == null ? -1 : pages.get(page)[(int) (line % PAGE)] - 1;
    }
}
