package fbmsg.emulator.world;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.ToLongFunction;

/** The newest of what comes, as many and as heavy as there is room for: the oldest goes first. Not safe for many threads. */
final class Window<T> {
    private final int most;
    private final long heaviest;
    private final ToLongFunction<T> weight;
    private final Deque<T> items = new ArrayDeque<>();
    private long weighs;

    /**
     * @param most items
     * @param heaviest that all together may be, where there is more than one
     * @param weight of an item, which does not change
     */
    Window(int most, long heaviest, ToLongFunction<T> weight) {
        this.most = most;
        this.heaviest = heaviest;
        this.weight = weight;
    }

    void add(T item) {
        items.addLast(item);
        weighs += weight.applyAsLong(item);
        while (items.size() > most || weighs > heaviest && items.size() > 1) {
            weighs -= weight.applyAsLong(items.removeFirst());
        }
    }

    List<T> items() {
        return List.copyOf(items);
    }

    void clear() {
        items.clear();
        weighs = 0;
    }
}
