package fbmsg.http.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderTest {
    private final Order order = new Order();
    private final List<Integer> done = new ArrayList<>();

    private List<Place> places(int count) {
        return IntStream.range(0, count).mapToObj(i -> order.next()).toList();
    }

    private void take(List<Place> places, int number) {
        places.get(number).take(() -> done.add(number));
    }

    @Test
    void nothingIsDoneBeforeWhatStandsBeforeIt() {
        List<Place> places = places(4);

        take(places, 2);
        take(places, 1);
        assertThat(done).isEmpty();
        take(places, 0);
        assertThat(done).containsExactly(0, 1, 2);
        take(places, 3);
        assertThat(done).containsExactly(0, 1, 2, 3);
        assertThat(order.isEmpty()).isTrue();
    }

    @Test
    void whoGivesItsPlaceUpHoldsUpNobody() {
        List<Place> places = places(5);

        take(places, 4);
        take(places, 1);
        places.get(0).pass();
        assertThat(done).containsExactly(1);
        places.get(3).pass();
        places.get(3).pass();
        places.get(1).pass(); // too late: it is done
        assertThat(done).containsExactly(1);
        places.get(2).pass();
        assertThat(done).containsExactly(1, 4);
        assertThat(order.isEmpty()).isTrue();
    }

    /** The server gives up each place when its request is answered. */
    @Test
    void whatWaitsForItsTurnIsDoneAlthoughItsPlaceIsGivenUp() {
        List<Place> places = places(2);

        take(places, 1);
        places.get(1).pass();
        take(places, 0);

        assertThat(done).containsExactly(0, 1);
    }

    @Test
    void nothingCanBeDoneTwiceOrTooLate() {
        Place place = order.next();
        place.take(() -> {});
        Place other = order.next();
        other.pass();

        assertThatThrownBy(() -> place.take(() -> {})).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> other.take(() -> {})).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theOrderHoldsOnManyThreads() throws Exception {
        int count = 10_000;
        ExecutorService threads = Executors.newFixedThreadPool(8);
        CountDownLatch all = new CountDownLatch(count);
        Random random = new Random(1);
        for (int i = 0; i < count; i++) {
            int number = i;
            Place place = order.next();
            int mood = random.nextInt(4);
            threads.execute(() -> {
                if (mood == 0) {
                    place.pass();
                } else {
                    place.take(() -> done.add(number));
                }
                all.countDown();
            });
        }
        assertThat(all.await(60, TimeUnit.SECONDS)).isTrue();
        threads.shutdownNow();

        assertThat(done).isSorted().hasSizeGreaterThan(count / 2).doesNotHaveDuplicates();
        assertThat(order.isEmpty()).isTrue();
    }
}
