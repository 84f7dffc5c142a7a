package fbmsg.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * A promise that holds for any input, and the inputs to try it with: arbitrary ones, and what becomes of good ones by
 * {@link Inputs}.
 *
 * <p>The normal run tries the same few thousand each time. {@code -Dfbmsg.fuzz=10m} tries new ones for ten minutes,
 * {@code -Dfbmsg.fuzz.seed=N} those of a run before, {@code -Dfbmsg.fuzz.input=BASE64} a single one.
 */
public abstract class FuzzTest {
    private final Map<String, Long> met = new TreeMap<>();

    /** Good inputs, which are tried as they are too. */
    public abstract List<byte[]> seeds();

    /** What is put into them, here and there. */
    protected List<String> words() {
        return List.of();
    }

    /** How many inputs the normal run tries: half a second of them. */
    protected abstract int inputs();

    /** What must be {@link #met} at least once in a run: else it tried nothing that is worth it. */
    protected abstract List<String> outcomes();

    /**
     * Tries one.
     *
     * @throws Throwable if the promise is broken
     */
    public abstract void check(byte[] input) throws Throwable;

    /** Counts what became of an input. */
    protected final void met(String outcome) {
        met.merge(outcome, 1L, Long::sum);
    }

    /** Thousands of times a second, which assertions that prepare a description are not made for. */
    protected static void same(Object actual, Object expected, String what) {
        if (!Objects.deepEquals(actual, expected)) {
            throw new AssertionError(what + " is " + shown(actual) + ", not " + shown(expected));
        }
    }

    protected static void holds(boolean promise, String what) {
        if (!promise) {
            throw new AssertionError("not so: " + what);
        }
    }

    private static String shown(Object value) {
        return value instanceof byte[] bytes ? SafeBytes.shown(bytes) : String.valueOf(value);
    }

    @Test
    void holdsWhateverComes() throws Throwable {
        String single = System.getProperty("fbmsg.fuzz.input");
        if (single != null) {
            check(Base64.getDecoder().decode(single));
            return;
        }
        String lasting = System.getProperty("fbmsg.fuzz");
        long end = lasting == null
                ? 0
                : System.nanoTime() + Duration.parse("PT" + lasting).toNanos();
        long seed = Long.getLong("fbmsg.fuzz.seed", lasting == null ? 1 : System.nanoTime());
        Inputs inputs = new Inputs(seeds(), words(), seed);
        long number = 0;
        while (lasting == null ? number < inputs() : System.nanoTime() < end) {
            attempt(inputs.at(number), seed, number);
            number++;
        }
        if (lasting != null) {
            System.out.println(getClass().getSimpleName() + ": " + number + " inputs of seed " + seed + ", " + met);
        }
        assertThat(met).containsKeys(outcomes().toArray(new String[0]));
    }

    private void attempt(byte[] input, long seed, long number) {
        Throwable broken = broken(input);
        if (broken != null) {
            byte[] least = shrunk(input, broken);
            Throwable said = broken(least);
            throw new AssertionError(
                    "input " + number + " of seed " + seed + ", shrunk to " + least.length + " bytes: "
                            + SafeBytes.shown(least) + "\nagain: mvn -B test -Dtest="
                            + getClass().getSimpleName() + " -Dfbmsg.fuzz.input="
                            + Base64.getEncoder().encodeToString(least) + "\n" + (said == null ? broken : said),
                    said == null ? broken : said);
        }
    }

    private Throwable broken(byte[] input) {
        try {
            check(input);
            return null;
        } catch (Throwable e) {
            return e;
        }
    }

    /** Less and less of it, as long as it breaks in the same way. */
    private byte[] shrunk(byte[] input, Throwable broken) {
        byte[] least = input;
        for (int size = Math.max(1, least.length / 2); size > 0; size /= 2) {
            for (int from = 0; from + size <= least.length; ) {
                byte[] less = Arrays.copyOf(least, least.length - size);
                System.arraycopy(least, from + size, less, from, least.length - from - size);
                Throwable now = broken(less);
                if (now != null && now.getClass() == broken.getClass()) {
                    least = less;
                } else {
                    from += size;
                }
            }
        }
        return least;
    }
}
