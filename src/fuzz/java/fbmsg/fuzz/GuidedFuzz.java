package fbmsg.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.lang.reflect.Constructor;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One of the promises ({@code -Dfbmsg.fuzz.of=fbmsg.json.JsonFuzzTest}), tried by Jazzer: with inputs that are kept and changed
 * further where they reach code that none before has reached.
 */
class GuidedFuzz {
    private static final fbmsg.fuzz.FuzzTest PROMISE = promise();

    private static fbmsg.fuzz.FuzzTest promise() {
        try {
            Constructor<?> promise = Class.forName(System.getProperty("fbmsg.fuzz.of", "fbmsg.json.JsonFuzzTest"))
                    .getDeclaredConstructor();
            promise.setAccessible(true);
            return (fbmsg.fuzz.FuzzTest) promise.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("-Dfbmsg.fuzz.of names no class of promises", e);
        }
    }

    static Stream<Arguments> seeds() {
        return PROMISE.seeds().stream().map(seed -> Arguments.of((Object) seed));
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "1m")
    void holdsWhateverComes(byte[] input) throws Throwable {
        PROMISE.check(input);
    }
}
