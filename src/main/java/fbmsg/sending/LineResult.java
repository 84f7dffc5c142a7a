package fbmsg.sending;

import fbmsg.api.Outcome;
import fbmsg.message.MessageId;
import fbmsg.message.Psid;

/** What one line of a batch came to. */
public sealed interface LineResult {
    /** Counted from 1. */
    long line();

    <T> T match(Cases<T> cases);

    /** One answer for each. */
    interface Cases<T> {
        T sent(Sent sent);

        T before(Before before);

        T doubtful(Doubtful doubtful);

        T malformed(Malformed malformed);

        T unsent(Unsent unsent);
    }

    /** An attempt was made. */
    record Sent(long line, Psid to, Outcome outcome) implements LineResult {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.sent(this);
        }
    }

    /** An earlier run sent it, and it was accepted. */
    record Before(long line, Psid to, MessageId id) implements LineResult {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.before(this);
        }
    }

    /** It left in an earlier run, and what became of it is not known: not sent again. */
    record Doubtful(long line, Psid to) implements LineResult {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.doubtful(this);
        }
    }

    /** It is no message. */
    record Malformed(long line, String reason) implements LineResult {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.malformed(this);
        }
    }

    /** The run stopped before it was sent. */
    record Unsent(long line) implements LineResult {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.unsent(this);
        }
    }
}
