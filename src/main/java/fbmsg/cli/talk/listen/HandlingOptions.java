package fbmsg.cli.talk.listen;

import fbmsg.Failure;
import fbmsg.cli.syntax.Flag;
import fbmsg.cli.syntax.Option;
import fbmsg.cli.syntax.Syntax;
import fbmsg.cli.syntax.Texts;
import fbmsg.cli.typed.Durations;
import java.time.Duration;

/** What is done with events instead of printing them. */
final class HandlingOptions {
    private final Syntax command;
    private final Texts program;
    private final Flag reply;
    private final Option<Duration> most;
    private final Option<String> failed;
    private final Option<Integer> jobs;
    private final Flag keepEnvironment;

    HandlingOptions(Syntax command) {
        this.command = command;
        program = command.rest("-- COMMAND ARG", "Run it for each event, the record on its standard input.");
        reply = command.flag("--reply", "Send back what the command prints, if it ends with 0.");
        most = command.value(
                "--exec-timeout", "DURATION", new Durations(), "End the command after that long (default: 60s).");
        failed = command.text("--failed", "FILE", "Add to it the records that the command failed at.");
        jobs = command.number("--jobs", "N", "Run so many at once, for different users (default: 1).");
        keepEnvironment =
                command.flag("--keep-env", "Leave the command the variables that hold secrets by their value.");
    }

    public boolean isGiven() {
        return !program.values().isEmpty();
    }

    public Handling handling() {
        if (!isGiven()) {
            needsCommand(reply.isGiven(), "--reply");
            needsCommand(most.isGiven(), "--exec-timeout");
            needsCommand(failed.isGiven(), "--failed");
            needsCommand(jobs.isGiven(), "--jobs");
            needsCommand(keepEnvironment.isGiven(), "--keep-env");
            return Handling.NONE;
        }
        if (!command.isDashDashGiven()) {
            throw Failure.usage(
                    "unexpected argument '" + program.values().get(0) + "'", "a command to run stands after --");
        }
        if (jobs.or(1) < 1 || jobs.or(1) > 64) {
            throw Failure.usage("--jobs " + jobs.required() + " is not a number from 1 to 64", "give one");
        }
        return new Handling(
                program.values(),
                reply.isGiven(),
                most.or(Handling.USUAL_MOST),
                failed.value(),
                jobs.or(1),
                keepEnvironment.isGiven());
    }

    private static void needsCommand(boolean given, String option) {
        if (given) {
            throw Failure.usage(option + " goes with a command only", "give the command after --");
        }
    }
}
