package fbmsg.cli.talk.listen.plan;

import fbmsg.Failure;
import fbmsg.cli.syntax.Flag;
import fbmsg.cli.syntax.Option;
import fbmsg.cli.syntax.Syntax;
import fbmsg.cli.syntax.Texts;
import fbmsg.cli.typed.Durations;
import fbmsg.cli.typed.PathText;
import java.time.Duration;
import java.util.Optional;

/** What is done with events instead of printing them. */
public final class HandlingOptions {
    private final Syntax command;
    private final Texts program;
    private final Option<String> forwardTo;
    private final Flag reply;
    private final Option<Duration> most;
    private final Option<String> failed;
    private final Option<Integer> jobs;
    private final Flag keepEnvironment;

    public HandlingOptions(Syntax command) {
        this.command = command;
        program = command.rest("-- COMMAND ARG", "Run it for each event, the record on its standard input.");
        forwardTo = command.text(
                "--forward-to", "URL", "Post each webhook on as it came; the target's 2xx is the answer's.");
        reply = command.flag("--reply", "Send back what the command prints, if it ends with 0.");
        most = command.value(
                "--exec-timeout",
                "DURATION",
                new Durations(),
                "How long the command or the target may take (default: 60s).");
        failed = command.value("--failed", "FILE", new PathText(), "Add to it the records that the command failed at.");
        jobs = command.number("--jobs", "N", "Hand on so many at once, of different users (default: 1).");
        keepEnvironment =
                command.flag("--keep-env", "Leave the command the variables that hold secrets by their value.");
    }

    /** What takes events instead of standard output, as it was typed; empty: nothing. */
    public Optional<String> given() {
        return runsCommand() ? Optional.of("a command") : forwardTo.value().map(url -> "--forward-to");
    }

    private boolean runsCommand() {
        return !program.values().isEmpty();
    }

    public Handling handling() {
        check();
        return new Handling(
                program.values(),
                forwardTo.value(),
                reply.isGiven(),
                most.or(Handling.USUAL_MOST),
                failed.value(),
                jobs.or(1),
                keepEnvironment.isGiven());
    }

    private void check() {
        if (runsCommand() && !command.isDashDashGiven()) {
            throw Failure.usage(
                    "unexpected argument '" + program.values().get(0) + "'", "a command to run stands after --");
        }
        if (runsCommand() && forwardTo.isGiven()) {
            throw Failure.usage("--forward-to and a command exclude each other", "an event has one place to go to");
        }
        if (!runsCommand()) {
            refuse(reply.isGiven(), "--reply goes with a command only");
            refuse(failed.isGiven(), "--failed goes with a command only");
            refuse(keepEnvironment.isGiven(), "--keep-env goes with a command only");
        }
        if (given().isEmpty()) {
            refuse(most.isGiven(), "--exec-timeout goes with a command or --forward-to only");
            refuse(jobs.isGiven(), "--jobs goes with a command or --forward-to only");
        }
        if (jobs.or(1) < 1 || jobs.or(1) > 64) {
            throw Failure.usage("--jobs " + jobs.required() + " is not a number from 1 to 64", "give one");
        }
    }

    private static void refuse(boolean given, String what) {
        if (given) {
            throw Failure.usage(what, "give the command after --");
        }
    }
}
