package fbmsg.emulator.world;

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

    private Ids(Supplier<String> requests, Supplier<String> messages, Supplier<String> others) {
        this.requests = requests;
        this.messages = messages;
        this.others = others;
    }

    /** All from one source. */
    public static Ids from(Supplier<String> source) {
        return new Ids(source, source, source);
    }

    /** The same for the same seed. They go on after a reset: who has seen an id may keep it as one that was seen. */
    public static Ids seeded(long seed) {
        long apart = new SplittableRandom(seed).nextLong();
        return new Ids(new Repeatable(apart), new Repeatable(apart + 1), new Repeatable(apart + 2));
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

    private static final class Repeatable implements Supplier<String> {
        private static final long VERSION = 0x4000L;
        private static final long VARIANT = 0x8000_0000_0000_0000L;

        private final SplittableRandom random;

        Repeatable(long seed) {
            this.random = new SplittableRandom(seed);
        }

        @Override
        public synchronized String get() {
            long most = random.nextLong() & ~0xF000L | VERSION;
            long least = random.nextLong() >>> 2 | VARIANT;
            return new UUID(most, least).toString();
        }
    }
}
