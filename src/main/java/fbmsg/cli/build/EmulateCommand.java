package fbmsg.cli.build;

import fbmsg.cli.Command;
import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import fbmsg.cli.syntax.Option;
import fbmsg.cli.syntax.Syntax;
import fbmsg.cli.typed.PortNumber;

/** Serves the emulator until it is told to end. */
public final class EmulateCommand implements Command {
    private final Session session;

    private final Syntax syntax = Syntax.of(
                    this, "emulate", "Serve the Messages API on this machine, for tests and tries.")
            .footer(
                    "",
                    "Prints its base URL; the settings to use it with go to standard error, and into --env-file. It makes "
                            + "an application and a key for this run, checks tokens and messages as the API does, and answers with "
                            + "its own errors. GET /emulator/messages shows what was accepted. Nothing is delivered to anybody. "
                            + "Ctrl-C ends it, and removes the files that it has made.",
                    "",
                    "Examples:",
                    "  fbmsg emulate",
                    "  fbmsg emulate --env-file emulator.env",
                    "  # and in another terminal, in the same folder:",
                    "  . ./emulator.env",
                    "  fbmsg send --to 1111111111111111 --text 'Hi'",
                    "  curl http://127.0.0.1:4010/emulator/messages");

    private final Option<Integer> port =
            syntax.value("--port", "N", new PortNumber(), "Port; 0 takes any free one (default: 4010).");
    private final Option<String> portFile =
            syntax.text("--port-file", "FILE", "Write the port into a file, which is removed at the end.");
    private final Option<String> envFile =
            syntax.text("--env-file", "FILE", "Write the settings into a file to source; it is removed at the end.");

    public EmulateCommand(Session session) {
        this.session = session;
    }

    @Override
    public Syntax syntax() {
        return syntax;
    }

    @Override
    public Exit run() {
        return new Emulation(session, port.or(4010), portFile.value(), envFile.value()).run();
    }
}
