package fbmsg.fuzz;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What breaks a promise is found, made small, and told so that it can be had again. */
class BrokenPromiseTest {

    /** Promises that no input has two Xs. */
    private static final class NoTwoXs extends FuzzTest {
        @Override
        public List<byte[]> seeds() {
            return List.of("a good input, with one X in it".getBytes(US_ASCII));
        }

        @Override
        protected int inputs() {
            return 10_000;
        }

        @Override
        protected List<String> outcomes() {
            return List.of();
        }

        @Override
        public void check(byte[] input) {
            holds(new String(input, US_ASCII).chars().filter(c -> c == 'X').count() < 2, "one X at most");
        }
    }

    @Test
    void theLeastInputIsTold() {
        assertThatThrownBy(() -> new NoTwoXs().holdsWhateverComes())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("shrunk to 2 bytes: XX\n")
                .hasMessageContaining("-Dtest=NoTwoXs -Dfbmsg.fuzz.input="
                        + Base64.getEncoder().encodeToString("XX".getBytes(US_ASCII)) + "\n")
                .hasMessageContaining("not so: one X at most");
    }

    @Test
    void aNumberAndASeedAreOneInput() {
        Inputs inputs = new Inputs(new NoTwoXs().seeds(), List.of("word"), 5);
        Inputs again = new Inputs(new NoTwoXs().seeds(), List.of("word"), 5);
        Inputs others = new Inputs(new NoTwoXs().seeds(), List.of("word"), 6);

        assertThat(LongStream.range(0, 500).boxed().toList())
                .allMatch(i -> Arrays.equals(inputs.at(i), again.at(i)))
                .anyMatch(i -> !Arrays.equals(inputs.at(i), others.at(i)));
    }
}
