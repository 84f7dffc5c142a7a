package fbmsg.cli.talk.send;

import fbmsg.cli.Exit;
import fbmsg.cli.talk.messenger.Told;
import fbmsg.sending.LineResult;
import java.time.Clock;
import java.util.Optional;

/**
 * What became of a line of a batch, at the command line.
 *
 * @param to empty where nobody knows whom
 */
record ToldLine(Optional<String> to, Told told) {

    /** Empty for a line that nothing became of. */
    record Cases(Clock clock) implements LineResult.Cases<Optional<ToldLine>> {
        @Override
        public Optional<ToldLine> sent(LineResult.Sent sent) {
            return told(sent.to().value(), Told.of(sent.outcome(), clock.instant()));
        }

        @Override
        public Optional<ToldLine> before(LineResult.Before before) {
            return told(before.to().value(), new Told(Exit.OK, before.id().value(), Optional.empty()));
        }

        @Override
        public Optional<ToldLine> doubtful(LineResult.Doubtful doubtful) {
            return told(
                    doubtful.to().value(),
                    new Told(
                            Exit.UNKNOWN,
                            "it left in an earlier run, and no answer to it is known; look into the conversation, and"
                                    + " give --resend-unknown only if it is not there",
                            Optional.empty()));
        }

        @Override
        public Optional<ToldLine> malformed(LineResult.Malformed malformed) {
            return Optional.of(
                    new ToldLine(Optional.empty(), new Told(Exit.DATA, malformed.reason(), Optional.empty())));
        }

        @Override
        public Optional<ToldLine> unsent(LineResult.Unsent unsent) {
            return Optional.empty();
        }

        private static Optional<ToldLine> told(String to, Told told) {
            return Optional.of(new ToldLine(Optional.of(to), told));
        }
    }
}
