package fbmsg.api;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * How long to wait before the next attempt: what the far side asks for, and on top of it a random time (full jitter), so
 * that those who were turned away together do not come back together.
 *
 * @param clock for points in time that the far side names
 */
public record Backoff(Clock clock, Timer timer) {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** Above it, a point in time is in milliseconds: published as seconds, with an example of 13 digits. */
    private static final long SURELY_MILLIS = 1_000_000_000_000L;

    /**
     * Between nothing and 1 s after the first attempt, 2 s after the second, and so on to 30 s.
     *
     * @param attempt of which this is the end, counted from 1
     */
    public Duration jitter(int attempt) {
        long most = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(attempt - 1, 20));
        return Duration.ofMillis((long) (most * timer.chance()));
    }

    /** What a far side that is busy asks for, and the random time. */
    public Duration after(Outcome.Busy busy, int attempt) {
        return asked(busy).orElse(Duration.ZERO).plus(jitter(attempt));
    }

    /** {@code Retry-After}, seconds or a date, else {@code X-RateLimit-Reset}; empty where neither can be read. */
    private Optional<Duration> asked(Outcome.Busy busy) {
        Optional<Duration> after = busy.retryAfter().flatMap(this::retryAfter);
        return after.isPresent() ? after : busy.rateLimitReset().flatMap(this::reset);
    }

    private Optional<Duration> retryAfter(String header) {
        if (header.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(header)));
        }
        try {
            return Optional.of(until(ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<Duration> reset(String header) {
        if (!header.matches("[0-9]{1,15}")) {
            return Optional.empty();
        }
        long number = Long.parseLong(header);
        return Optional.of(
                until(number > SURELY_MILLIS ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number)));
    }

    private Duration until(Instant then) {
        Duration left = Duration.between(clock.instant(), then);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
