package fbmsg.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RememberedTest {
    @Test
    void theFirstMarkStays() {
        Remembered remembered = new Remembered(10);

        assertThat(remembered.putIfAbsent("a", 7)).isEqualTo(-1);
        assertThat(remembered.putIfAbsent("a", 8)).isEqualTo(7);
        assertThat(remembered.mark("a")).isEqualTo(7);
        assertThat(remembered.mark("b")).isEqualTo(-1);
    }

    /** Against a map that does the same at length, with many that are forgotten and come again. */
    @Test
    void theLastOnesAreKnownAndTheOldestAreForgotten() {
        int most = 3000;
        Remembered remembered = new Remembered(most);
        Map<String, Long> model = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
                return size() > most;
            }
        };
        Random random = new Random(1);
        for (long i = 0; i < 60_000; i++) {
            String id = "id " + random.nextInt(9000);
            Long before = model.putIfAbsent(id, i);
            assertThat(remembered.putIfAbsent(id, i)).isEqualTo(before == null ? -1 : before);
        }
        for (int i = 0; i < 9000; i++) {
            assertThat(remembered.mark("id " + i)).isEqualTo(model.getOrDefault("id " + i, -1L));
        }
    }
}
