package fbmsg.cli.talk.messenger;

import fbmsg.api.Outcome;
import fbmsg.api.Retries;
import fbmsg.cli.Session;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Tells of each attempt, to whoever asked with {@code -v}. */
final class ToldAttempts implements Retries.Watcher {
    private final Session session;

    ToldAttempts(Session session) {
        this.session = session;
    }

    @Override
    public void attempted(int attempt, Outcome outcome, Optional<Duration> pause) {
        if (session.verbose()) {
            String next = pause.isPresent()
                    ? String.format(
                            Locale.ROOT, "; the next in %.1f s", pause.get().toMillis() / 1000.0)
                    : "";
            // a batch waits for a far side that cannot be reached, with as many attempts as that takes
            String which = attempt > Retries.ATTEMPTS ? "" : " of " + Retries.ATTEMPTS;
            session.detail("attempt " + attempt + which + ": " + outcome.match(new Words()) + next);
        }
    }

    private static final class Words implements Outcome.Cases<String> {
        @Override
        public String accepted(Outcome.Accepted accepted) {
            return "accepted as " + accepted.id();
        }

        @Override
        public String refused(Outcome.Refused refused) {
            return "refused with " + refused.problem().status();
        }

        @Override
        public String busy(Outcome.Busy busy) {
            return "busy: the API answered " + busy.problem().status();
        }

        @Override
        public String notTaken(Outcome.NotTaken notTaken) {
            return "not taken: " + notTaken.reason();
        }

        @Override
        public String barred(Outcome.Barred barred) {
            return "not taken: " + barred.reason();
        }

        @Override
        public String unknown(Outcome.Unknown unknown) {
            return "the outcome is unknown: " + unknown.reason();
        }
    }
}
