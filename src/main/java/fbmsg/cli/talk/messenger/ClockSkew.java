package fbmsg.cli.talk.messenger;

import fbmsg.api.Problem;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** A token is refused where this machine's clock is wrong: its times are compared with the answer's own. */
final class ClockSkew {
    /** An answer's date is in whole seconds and has travelled; less explains no refusal. */
    private static final Duration USUAL = Duration.ofSeconds(30);

    private ClockSkew() {}

    /** What to do about the clock, if it is wrong. */
    static Optional<String> of(Problem problem, Instant now) {
        if (problem.date().isEmpty()) {
            return Optional.empty();
        }
        Instant there;
        try {
            there = ZonedDateTime.parse(problem.date().get(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        Duration skew = Duration.between(there, now);
        return skew.abs().compareTo(USUAL) <= 0
                ? Optional.empty()
                : Optional.of("set this machine's clock, it is " + words(skew.abs())
                        + (skew.isNegative() ? " behind" : " ahead of") + " the API's: tokens are bound to the time");
    }

    private static String words(Duration skew) {
        if (skew.toHours() >= 48) {
            return skew.toDays() + " days";
        }
        return skew.toMinutes() >= 120
                ? skew.toHours() + " h"
                : skew.toSeconds() >= 120 ? skew.toMinutes() + " min" : skew.toSeconds() + " s";
    }
}
