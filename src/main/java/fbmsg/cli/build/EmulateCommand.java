package fbmsg.cli.build;

import fbmsg.cli.Command;
import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import fbmsg.cli.typed.PortNumber;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Serves the emulator until it is told to end. */
@CommandLine.Command(
        name = "emulate",
        description = "Serve the Messages API on this machine, for tests and tries.",
        footer = {
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
            "  curl http://127.0.0.1:4010/emulator/messages"
        })
public final class EmulateCommand implements Command {
    private final Session session;

    @Option(
            names = "--port",
            paramLabel = "N",
            converter = PortNumber.class,
            description = "Port; 0 takes any free one (default: 4010).")
    int port = 4010;

    @Option(
            names = "--port-file",
            paramLabel = "FILE",
            description = "Write the port into a file, which is removed at the end.")
    String portFile;

    @Option(
            names = "--env-file",
            paramLabel = "FILE",
            description = "Write the settings into a file to source; it is removed at the end.")
    String envFile;

    public EmulateCommand(Session session) {
        this.session = session;
    }

    @Override
    public Exit run() {
        return new Emulation(session, port, Optional.ofNullable(portFile), Optional.ofNullable(envFile)).run();
    }
}
