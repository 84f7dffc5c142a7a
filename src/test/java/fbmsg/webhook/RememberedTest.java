package fbmsg.webhook;

import static org.assertj.core.api.Assertions.assertThat;

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

    @Test
    void theLastOnesAreKnownWithTheirMarksAndTheOldestAreForgotten() {
        int most = 20_000;
        int table = 8192;
        int all = 5 * most;
        Remembered remembered = new Remembered(most);
        for (int i = 0; i < all; i++) {
            assertThat(remembered.putIfAbsent("id " + i, i)).isEqualTo(-1);
            assertThat(remembered.mark("id " + Math.max(0, i - most + 1))).isEqualTo(Math.max(0, i - most + 1));
        }
        for (int i = all - most; i < all; i++) {
            assertThat(remembered.putIfAbsent("id " + i, 7)).isEqualTo(i);
        }
        for (int i = 0; i < all - most - 2 * table; i++) {
            assertThat(remembered.mark("id " + i)).isEqualTo(-1);
        }
        assertThat(remembered.putIfAbsent("id 0", 9))
                .as("forgotten, and put anew")
                .isEqualTo(-1);
        assertThat(remembered.mark("id 0")).isEqualTo(9);
    }

    @Test
    void idsWithoutMarksAreKnownBesideThoseWithOne() {
        Remembered remembered = new Remembered(10);
        for (int i = 0; i < 1000; i++) {
            remembered.putIfAbsent("id " + i, i % 3);
        }
        for (int i = 0; i < 1000; i++) {
            assertThat(remembered.mark("id " + i)).isEqualTo(i % 3);
        }
    }
}
