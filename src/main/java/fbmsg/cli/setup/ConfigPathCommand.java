package fbmsg.cli.setup;

import fbmsg.Failure;
import fbmsg.cli.Command;
import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import picocli.CommandLine;

/** The config file's path, whether the file is there or not. */
@CommandLine.Command(
        name = "path",
        description = "Print the config file's path.",
        footer = {"", "Examples:", "  cat \"$(fbmsg config path)\""})
final class ConfigPathCommand implements Command {
    private final Session session;

    ConfigPathCommand(Session session) {
        this.session = session;
    }

    @Override
    public Exit run() {
        session.printer()
                .line(session.source()
                        .path()
                        .orElseThrow(() -> Failure.usage("--config none names no file", "leave it out"))
                        .toString());
        return Exit.OK;
    }
}
