package fbmsg.api;

import fbmsg.message.OutboundMessage;
import java.time.Duration;
import java.util.Optional;

/**
 * Sends one message with up to three attempts. Only what surely was not taken is tried again: a connection that was never
 * made, and a far side that said it is busy. All attempts and the waiting between them share one time limit.
 */
public final class Retries {
    public static final int ATTEMPTS = 3;

    private final MessagesApi api;
    private final Duration total;
    private final Backoff backoff;
    private final Watcher watcher;

    /** Is told of each attempt. */
    @FunctionalInterface
    public interface Watcher {
        /**
         * @param attempt counted from 1
         * @param pause before the next attempt; empty if there is none
         */
        void attempted(int attempt, Outcome outcome, Optional<Duration> pause);
    }

    public Retries(MessagesApi api, Duration total, Backoff backoff, Watcher watcher) {
        this.api = api;
        this.total = total;
        this.backoff = backoff;
        this.watcher = watcher;
    }

    public Outcome send(OutboundMessage message) {
        Timer timer = backoff.timer();
        long end = timer.nanos() + total.toNanos();
        Duration left = total;
        for (int attempt = 1; ; attempt++) {
            Outcome outcome = api.send(message, left);
            Duration untilEnd = Duration.ofNanos(end - timer.nanos());
            Optional<Duration> pause = attempt == ATTEMPTS
                    ? Optional.empty()
                    : outcome.match(new Pause(attempt)).filter(wanted -> wanted.compareTo(untilEnd) < 0);
            watcher.attempted(attempt, outcome, pause);
            if (pause.isEmpty() || !paused(timer, pause.get())) {
                return outcome;
            }
            left = Duration.ofNanos(Math.max(1, end - timer.nanos()));
        }
    }

    private static boolean paused(Timer timer, Duration pause) {
        try {
            timer.pause(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** How long to wait after which outcome; empty where another attempt could send twice, or would change nothing. */
    private final class Pause implements Outcome.Cases<Optional<Duration>> {
        private final int attempt;

        Pause(int attempt) {
            this.attempt = attempt;
        }

        @Override
        public Optional<Duration> accepted(Outcome.Accepted accepted) {
            return Optional.empty();
        }

        @Override
        public Optional<Duration> refused(Outcome.Refused refused) {
            return Optional.empty();
        }

        @Override
        public Optional<Duration> busy(Outcome.Busy busy) {
            return Optional.of(backoff.after(busy, attempt));
        }

        @Override
        public Optional<Duration> notTaken(Outcome.NotTaken notTaken) {
            return notTaken.connected() ? Optional.empty() : Optional.of(backoff.jitter(attempt));
        }

        @Override
        public Optional<Duration> barred(Outcome.Barred barred) {
            return barred.forGood() ? Optional.empty() : Optional.of(backoff.jitter(attempt));
        }

        @Override
        public Optional<Duration> unknown(Outcome.Unknown unknown) {
            return Optional.empty();
        }
    }
}
