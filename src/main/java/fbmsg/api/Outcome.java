package fbmsg.api;

import fbmsg.message.MessageId;
import java.util.Optional;

/** What became of a message that was to be sent. Only some of it may be tried again. */
public sealed interface Outcome {

    <T> T match(Cases<T> cases);

    /** One answer for each outcome. */
    interface Cases<T> {
        T accepted(Accepted accepted);

        T refused(Refused refused);

        T busy(Busy busy);

        T notTaken(NotTaken notTaken);

        T barred(Barred barred);

        T unknown(Unknown unknown);
    }

    /** Queued at Vonage; whether it is delivered is told by status webhooks. */
    record Accepted(MessageId id) implements Outcome {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.accepted(this);
        }
    }

    /** Not taken, and the same request would not be taken later. */
    record Refused(Problem problem) implements Outcome {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.refused(this);
        }
    }

    /**
     * Not taken now: 429, or 503 with {@code Retry-After}.
     *
     * @param retryAfter the header as it came, seconds or a date
     * @param rateLimitReset {@code X-RateLimit-Reset} as it came, seconds or milliseconds since 1970
     */
    record Busy(Problem problem, Optional<String> retryAfter, Optional<String> rateLimitReset) implements Outcome {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.busy(this);
        }
    }

    /**
     * Surely not taken: the request did not leave whole.
     *
     * @param connected whether there was a connection at all
     */
    record NotTaken(boolean connected, String reason) implements Outcome {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.notTaken(this);
        }
    }

    /**
     * Surely not taken: the proxy on the way could not be reached, or did not let it through.
     *
     * @param forGood whether it was a decision, and the same would be refused later
     * @param todo what the user can do
     */
    record Barred(boolean forGood, String reason, String todo) implements Outcome {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.barred(this);
        }
    }

    /** Perhaps taken: no usable answer came. To send it again may be to send it twice. */
    record Unknown(String reason, Optional<String> traceId) implements Outcome {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.unknown(this);
        }
    }
}
