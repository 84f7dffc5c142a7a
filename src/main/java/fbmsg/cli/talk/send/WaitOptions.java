package fbmsg.cli.talk.send;

import fbmsg.Failure;
import fbmsg.cli.syntax.Option;
import fbmsg.cli.syntax.Syntax;
import fbmsg.cli.typed.Durations;
import fbmsg.cli.typed.EnumWord;
import fbmsg.cli.typed.PortNumber;
import fbmsg.message.Stage;
import java.time.Duration;
import java.util.List;

/** Whether it is waited until a message has arrived. */
final class WaitOptions {
    private final Option<Stage> stage;
    private final Option<Duration> timeout;
    private final Option<Integer> port;

    WaitOptions(Syntax command) {
        stage = command.choice(
                "--wait",
                "STATUS",
                new EnumWord<>(List.of(Stage.values())),
                "Wait until the message is submitted, delivered or read.");
        timeout = command.value(
                "--wait-timeout",
                "DURATION",
                new Durations(),
                "With --wait: give up after that long, with exit code 124 (default: 60s).");
        port = command.value(
                "--port",
                "N",
                new PortNumber(),
                "With --wait: where its statuses come to; 0 takes any free port (default: 3000).");
    }

    public boolean isGiven() {
        return stage.isGiven();
    }

    /**
     * Refuses what makes no sense together.
     *
     * @param other name of an option that excludes waiting and is given; empty if none is
     */
    public void check(String other) {
        String alone = timeout.isGiven() ? "--wait-timeout" : port.isGiven() ? "--port" : "";
        if (!stage.isGiven() && !alone.isEmpty()) {
            throw Failure.usage(alone + " goes with --wait only", "add it, or leave " + alone + " out");
        }
        if (stage.isGiven() && !other.isEmpty()) {
            throw Failure.usage("--wait and " + other + " exclude each other", "leave one of them out");
        }
    }

    public WaitPlan plan() {
        return new WaitPlan(stage.required(), timeout.or(Duration.ofSeconds(60)), port.value());
    }
}
