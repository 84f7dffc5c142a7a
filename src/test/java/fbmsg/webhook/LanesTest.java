package fbmsg.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LanesTest {
    @Test
    void aLaneKeepsItsOrderWhateverTheOthersDo() throws Exception {
        int lanes = 5;
        int each = 2000;
        List<List<Integer>> order = new ArrayList<>();
        AtomicInteger[] running = new AtomicInteger[lanes];
        AtomicInteger together = new AtomicInteger();
        for (int i = 0; i < lanes; i++) {
            order.add(new ArrayList<>());
            running[i] = new AtomicInteger();
        }
        CountDownLatch all = new CountDownLatch(lanes * each);
        Random random = new Random(1);
        try (Lanes tested = new Lanes(3)) {
            int[] next = new int[lanes];
            for (int i = 0; i < lanes * each; i++) {
                int lane = random.nextInt(lanes);
                while (next[lane] == each) {
                    lane = (lane + 1) % lanes;
                }
                int here = lane;
                int number = next[lane]++;
                tested.execute(String.valueOf(lane), () -> {
                    if (running[here].incrementAndGet() > 1) {
                        together.incrementAndGet();
                    }
                    order.get(here).add(number);
                    running[here].decrementAndGet();
                    all.countDown();
                });
            }
            assertThat(all.await(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(together).hasValue(0);
        assertThat(order).containsOnly(IntStream.range(0, each).boxed().toList());
    }

    @Test
    void differentLanesRunAtOnce() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        CountDownLatch met = new CountDownLatch(2);
        try (Lanes lanes = new Lanes(2)) {
            for (String lane : List.of("a", "b")) {
                lanes.execute(lane, () -> {
                    try {
                        both.await(60, TimeUnit.SECONDS);
                        met.countDown();
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                });
            }
            assertThat(met.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** A task that throws must not hold up its lane. */
    @Test
    void aLaneGoesOnAfterATaskThatFails() throws Exception {
        List<String> ran = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch second = new CountDownLatch(1);
        try (Lanes lanes = new Lanes(1)) {
            lanes.execute("a", () -> {
                ran.add("first");
                throw new FailedOnPurpose();
            });
            lanes.execute("a", () -> {
                ran.add("second");
                second.countDown();
            });
            assertThat(second.await(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(ran).containsExactly("first", "second");
    }

    @Test
    void nothingIsTakenAfterTheEnd() {
        Lanes lanes = new Lanes(1);
        lanes.close();
        for (int i = 0; i < 2; i++) { // the first leaves nothing that the second would wait behind
            assertThatThrownBy(() -> lanes.execute("a", () -> {})).isInstanceOf(RejectedExecutionException.class);
        }
    }

    private static final class FailedOnPurpose extends RuntimeException {
        private static final long serialVersionUID = 1L;

        FailedOnPurpose() {
            super("on purpose", null, false, false);
        }
    }
}
