package fbmsg.emulator.world;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * New UUIDs. Each use has its own sequence, so that what a seed repeats for messages does not depend on how often anybody
 * asked, or which thread was first.
 */
public final class Ids {
    private final Supplier<String> requests;
    private final Supplier<String> messages;
    private final Supplier<String> others;
    private final Supplier<String> lasting;
    private final List<Repeatable> repeatable;

    private Ids(
            Supplier<String> requests,
            Supplier<String> messages,
            Supplier<String> others,
            Supplier<String> lasting,
            List<Repeatable> repeatable) {
        this.requests = requests;
        this.messages = messages;
        this.others = others;
        this.lasting = lasting;
        this.repeatable = repeatable;
    }

    /** All from one source. */
    public static Ids from(Supplier<String> source) {
        return new Ids(source, source, source, source, List.of());
    }

    /** The same for the same seed. */
    public static Ids seeded(long seed) {
        List<Repeatable> each = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            each.add(new Repeatable(new SplittableRandom(seed).nextLong() + i));
        }
        return new Ids(each.get(0), each.get(1), each.get(2), each.get(3), each.subList(0, 3));
    }

    /** For a request, and the trace of its error. */
    public String request() {
        return requests.get();
    }

    /** For a message, a workflow, an application that is made. */
    public String message() {
        return messages.get();
    }

    /** For all else. */
    public String other() {
        return others.get();
    }

    /** For what a reset leaves as it is: these do not begin again. */
    public String lasting() {
        return lasting.get();
    }

    /** Begins again, where there was a seed. */
    void restart() {
        repeatable.forEach(Repeatable::restart);
    }

    private static final class Repeatable implements Supplier<String> {
        private static final long VERSION = 0x4000L;
        private static final long VARIANT = 0x8000_0000_0000_0000L;

        private final long seed;
        private SplittableRandom random;

        Repeatable(long seed) {
            this.seed = seed;
            restart();
        }

        synchronized void restart() {
            random = new SplittableRandom(seed);
        }

        @Override
        public synchronized String get() {
            long most = random.nextLong() & ~0xF000L | VERSION;
            long least = random.nextLong() >>> 2 | VARIANT;
            return new UUID(most, least).toString();
        }
    }
}
