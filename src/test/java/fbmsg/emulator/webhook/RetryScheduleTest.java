package fbmsg.emulator.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {
    private static List<Long> seconds(double scale) {
        List<Long> waits = new ArrayList<>();
        RetrySchedule schedule = new RetrySchedule(scale);
        for (Optional<Duration> wait = schedule.afterAttempt(1);
                wait.isPresent();
                wait = schedule.afterAttempt(waits.size() + 1)) {
            waits.add(wait.get().toMillis());
        }
        return waits;
    }

    /** The documentation: after 5, 10, 20, 40, 80, 160, 320, 640 s, then every 900 s, for 24 h. */
    @Test
    void isThatOfTheDocumentation() {
        List<Long> waits = seconds(1);
        assertThat(waits.subList(0, 10))
                .containsExactly(5000L, 10000L, 20000L, 40000L, 80000L, 160000L, 320000L, 640000L, 900000L, 900000L);
        long all = waits.stream().mapToLong(Long::longValue).sum();
        assertThat(Duration.ofMillis(all)).isBetween(Duration.ofHours(24).minusSeconds(900), Duration.ofHours(24));
    }

    @Test
    void canBeShortenedWithoutChangingTheNumberOfAttempts() {
        assertThat(seconds(0.01)).hasSameSizeAs(seconds(1)).startsWith(100L, 100L, 200L, 400L);
    }

    /** A listener that starts a moment late would find all attempts used up. */
    @Test
    void isNeverAsFastAsItCan() {
        assertThat(seconds(0)).hasSameSizeAs(seconds(1)).containsOnly(100L);
    }
}
