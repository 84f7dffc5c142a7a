package fbmsg.sending;

import fbmsg.api.Backoff;
import fbmsg.api.MessagesApi;
import fbmsg.api.Outcome;
import fbmsg.api.Retries;
import fbmsg.message.OutboundMessage;
import java.time.Duration;
import java.util.Optional;

/**
 * Sends a batch's messages. As with a single one, only what surely was not taken is tried again; but what slows one down
 * slows all down, and a far side that cannot be reached is waited for, until that has taken too long.
 */
public final class Courier {
    /** Whoever asks for more is not waited for. */
    private static final Duration LONGEST_HOLD = Duration.ofMinutes(10);

    /** While nobody can be reached, the pauses stay those of the third attempt: a restart is soon noticed. */
    private static final int SHORT = 3;

    private final MessagesApi api;
    private final Duration timeout;
    private final Backoff backoff;
    private final Pace pace;
    private final Retries.Watcher watcher;

    /**
     * @param timeout of one message's attempts, the waiting between them aside
     */
    public Courier(MessagesApi api, Duration timeout, Backoff backoff, Pace pace, Retries.Watcher watcher) {
        this.api = api;
        this.timeout = timeout;
        this.backoff = backoff;
        this.pace = pace;
        this.watcher = watcher;
    }

    /**
     * @param beforeLeaving runs once, when the first request is about to leave
     * @return empty if the batch stopped before it could leave
     */
    public Optional<Outcome> send(OutboundMessage message, Runnable beforeLeaving) {
        if (!pace.await()) {
            return Optional.empty();
        }
        beforeLeaving.run();
        long left = timeout.toNanos();
        int busy = 0;
        for (int attempt = 1; ; attempt++) {
            long begun = backoff.timer().nanos();
            Outcome outcome = api.send(message, Duration.ofNanos(left));
            left = Math.max(1, left - (backoff.timer().nanos() - begun));
            Optional<Duration> pause = outcome.match(new Pause(attempt, busy));
            watcher.attempted(attempt, outcome, pause);
            if (pause.isEmpty()) {
                return Optional.of(outcome);
            }
            if (outcome instanceof Outcome.Busy) {
                busy++;
            } else {
                left = timeout.toNanos(); // there was no connection, and no part of the message's time was used
            }
            pace.holdBack(pause.get());
            if (!pace.await()) {
                return Optional.of(outcome);
            }
        }
    }

    /** Whether nothing else that is sent would be taken either. */
    public boolean endsAll(Outcome outcome) {
        return outcome.match(new EndsAll());
    }

    private final class EndsAll implements Outcome.Cases<Boolean> {
        @Override
        public Boolean accepted(Outcome.Accepted accepted) {
            return false;
        }

        @Override
        public Boolean refused(Outcome.Refused refused) {
            return refused.problem().isOfTheSender();
        }

        @Override
        public Boolean busy(Outcome.Busy busy) {
            return backoff.after(busy, 1).compareTo(LONGEST_HOLD) > 0;
        }

        @Override
        public Boolean notTaken(Outcome.NotTaken notTaken) {
            return !notTaken.connected();
        }

        @Override
        public Boolean barred(Outcome.Barred barred) {
            return true;
        }

        @Override
        public Boolean unknown(Outcome.Unknown unknown) {
            return false;
        }
    }

    /** How long all shall wait before another attempt; empty where there is none. */
    private final class Pause implements Outcome.Cases<Optional<Duration>> {
        private final int attempt;
        private final int busyBefore;

        Pause(int attempt, int busyBefore) {
            this.attempt = attempt;
            this.busyBefore = busyBefore;
        }

        @Override
        public Optional<Duration> accepted(Outcome.Accepted accepted) {
            pace.reached();
            return Optional.empty();
        }

        @Override
        public Optional<Duration> refused(Outcome.Refused refused) {
            pace.reached();
            return Optional.empty();
        }

        @Override
        public Optional<Duration> busy(Outcome.Busy busy) {
            pace.reached();
            Duration pause = backoff.after(busy, busyBefore + 1);
            if (pause.compareTo(LONGEST_HOLD) > 0) {
                return Optional.empty();
            }
            if (busyBefore + 1 == Retries.ATTEMPTS) {
                pace.holdBack(pause);
                return Optional.empty();
            }
            return Optional.of(pause);
        }

        @Override
        public Optional<Duration> notTaken(Outcome.NotTaken notTaken) {
            if (notTaken.connected()) {
                pace.reached();
                return Optional.empty();
            }
            return untilReached();
        }

        @Override
        public Optional<Duration> barred(Outcome.Barred barred) {
            return barred.forGood() ? Optional.empty() : untilReached();
        }

        private Optional<Duration> untilReached() {
            return pace.unreachable().compareTo(timeout) < 0
                    ? Optional.of(backoff.jitter(Math.min(attempt, SHORT)))
                    : Optional.empty();
        }

        @Override
        public Optional<Duration> unknown(Outcome.Unknown unknown) {
            pace.reached();
            return Optional.empty();
        }
    }
}
