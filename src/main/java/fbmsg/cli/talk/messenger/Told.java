package fbmsg.cli.talk.messenger;

import fbmsg.api.Outcome;
import fbmsg.api.Problem;
import fbmsg.cli.ErrorRecord;
import fbmsg.cli.Exit;
import fbmsg.json.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an outcome is at the command line.
 *
 * @param message of a success the message's id, otherwise one line, {@code WHAT HAPPENED; WHAT TO DO}
 * @param problem what the API said, where it said something
 */
public record Told(Exit exit, String message, Optional<Problem> problem) {

    /**
     * @param now this machine's time
     */
    public static Told of(Outcome outcome, Instant now) {
        return outcome.match(new Cases(now));
    }

    /** Nothing was to be sent. */
    public static Told nothing() {
        return new Told(Exit.OK, "", Optional.empty());
    }

    /**
     * An earlier run sent something, and what became of it is not known.
     *
     * @param what for people: it, its answer
     */
    public static Told leftBefore(String what) {
        return new Told(
                Exit.UNKNOWN,
                what + " left in an earlier run, and what became of it is not known; look into the conversation before"
                        + " sending it again",
                Optional.empty());
    }

    /** Nothing was sent, the input being what it is. */
    public static Told badData(String what, String todo) {
        return new Told(Exit.DATA, what + "; " + todo, Optional.empty());
    }

    public boolean accepted() {
        return exit == Exit.OK;
    }

    /** The error as it stands in records. Fields are only ever added. */
    public Document error() {
        Document.Builder error = ErrorRecord.error(exit, message);
        problem.ifPresent(p -> {
            error.with("status", p.status()).with("title", p.title()).with("detail", p.detail());
            if (!p.invalidParameters().isEmpty()) {
                List<Document> parameters = new ArrayList<>();
                p.invalidParameters()
                        .forEach(parameter -> parameters.add(Document.object()
                                .with("name", parameter.name())
                                .with("reason", parameter.reason())
                                .build()));
                error.with("invalid_parameters", Document.of(parameters));
            }
            error.with("trace_id", p.traceId());
        });
        return error.build();
    }

    /** Without the full stop: more follows on the line. */
    public static String unstopped(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static final class Cases implements Outcome.Cases<Told> {
        private final Instant now;

        Cases(Instant now) {
            this.now = now;
        }

        @Override
        public Told accepted(Outcome.Accepted accepted) {
            return new Told(Exit.OK, accepted.id().value(), Optional.empty());
        }

        @Override
        public Told refused(Outcome.Refused refused) {
            Problem problem = refused.problem();
            Optional<String> clock = problem.status() == 401 ? ClockSkew.of(problem, now) : Optional.empty();
            String todo =
                    clock.or(() -> NextStep.of(problem)).orElse("change the message; the same would be refused again");
            return told(problem.isOfTheSender() ? Exit.REFUSED : Exit.DATA, problem, todo);
        }

        @Override
        public Told busy(Outcome.Busy busy) {
            String when = busy.retryAfter()
                    .map(after -> "try again after " + seconds(after))
                    .orElse("try again later");
            return told(Exit.TEMPORARY, busy.problem(), "the message was not taken: " + when);
        }

        @Override
        public Told notTaken(Outcome.NotTaken notTaken) {
            return notTaken.connected()
                    ? told(
                            Exit.TEMPORARY,
                            "the connection broke before the message was sent (" + notTaken.reason() + ")",
                            "try again: it was not taken")
                    : told(
                            Exit.UNAVAILABLE,
                            "the API cannot be reached (" + notTaken.reason() + ")",
                            "check --api-url and the network; the message was not sent");
        }

        @Override
        public Told barred(Outcome.Barred barred) {
            Exit exit = barred.forGood() ? Exit.REFUSED : Exit.UNAVAILABLE;
            return told(exit, barred.reason(), barred.todo() + "; the message was not sent");
        }

        @Override
        public Told unknown(Outcome.Unknown unknown) {
            String trace = unknown.traceId().map(id -> ", trace id " + id).orElse("");
            return told(
                    Exit.UNKNOWN,
                    "the outcome is unknown (" + unknown.reason() + trace + ")",
                    "the message may have been sent: look into the conversation before sending it again");
        }

        private static Told told(Exit exit, String what, String todo) {
            return new Told(exit, what + "; " + todo, Optional.empty());
        }

        private static Told told(Exit exit, Problem problem, String todo) {
            StringBuilder what = new StringBuilder("the API answered " + problem.status());
            problem.title().ifPresent(title -> what.append(": ").append(unstopped(title)));
            problem.detail().ifPresent(detail -> what.append(": ").append(unstopped(detail)));
            problem.invalidParameters()
                    .forEach(parameter -> what.append(" [")
                            .append(parameter.name())
                            .append(' ')
                            .append(parameter.reason())
                            .append(']'));
            problem.traceId()
                    .ifPresent(id -> what.append(" (trace id ").append(id).append(')'));
            return new Told(exit, what + "; " + todo, Optional.of(problem));
        }

        private static String seconds(String retryAfter) {
            return retryAfter.matches("[0-9]+") ? retryAfter + " s" : retryAfter;
        }
    }
}
