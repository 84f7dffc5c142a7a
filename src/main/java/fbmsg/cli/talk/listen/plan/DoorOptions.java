package fbmsg.cli.talk.listen.plan;

import fbmsg.Failure;
import fbmsg.cli.syntax.Option;
import fbmsg.cli.syntax.Syntax;
import fbmsg.cli.typed.Durations;
import fbmsg.cli.typed.EnumWord;
import fbmsg.cli.typed.PortNumber;
import fbmsg.cli.typed.Size;
import java.time.Duration;
import java.util.List;

/** Where webhooks come in, and which may. */
public final class DoorOptions {
    private final Option<Integer> port;
    private final Option<String> bind;
    private final Option<String> path;
    private final Option<Verify> verify;
    private final Option<Duration> maxAge;
    private final Option<Integer> maxBody;
    private final Option<String> portFile;

    public DoorOptions(Syntax command) {
        port = command.value("--port", "N", new PortNumber(), "Port; 0 takes any free one (default: 3000).");
        bind = command.text("--bind", "ADDR", "Address to listen on (default: 127.0.0.1, and ::1 where there is one).");
        path = command.text("--path", "PATH", "The only path that is taken (default: any).");
        verify = command.choice(
                "--verify",
                "WHEN",
                new EnumWord<>(List.of(Verify.values())),
                "Check signatures: auto (default: if a secret is configured), require, or off.");
        maxAge = command.value(
                "--max-age",
                "DURATION",
                new Durations(),
                "How old a signature may be (default: 25h, Vonage's redeliveries included).");
        maxBody = command.value(
                "--max-body", "SIZE", new Size(), "Largest body taken, for example 512k or 2m (default: 1m).");
        portFile = command.text("--port-file", "FILE", "Write the port into a file while listening.");
    }

    public Door door() {
        if (bind.isGiven() && bind.required().isBlank()) {
            throw Failure.usage("--bind is empty", "leave it out, or give an address of this machine");
        }
        if (path.isGiven() && !path.required().startsWith("/")) {
            throw Failure.usage(
                    "--path " + path.required() + " does not begin with a slash", "give for example /inbound");
        }
        return new Door(
                port.value(),
                bind.value(),
                path.value(),
                maxBody.or(Door.USUAL_MAX_BODY),
                portFile.value(),
                verify.or(Verify.AUTO),
                maxAge.or(Door.USUAL_MAX_AGE));
    }
}
