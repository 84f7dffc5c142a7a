package fbmsg.cli.setup;

import fbmsg.Failure;
import fbmsg.cli.Command;
import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import fbmsg.cli.syntax.Syntax;

/** The config file's path, whether the file is there or not. */
final class ConfigPathCommand implements Command {
    private final Session session;

    private final Syntax syntax = Syntax.of(this, "path", "Print the config file's path.")
            .footer("", "Examples:", "  cat \"$(fbmsg config path)\"");

    ConfigPathCommand(Session session) {
        this.session = session;
    }

    @Override
    public Syntax syntax() {
        return syntax;
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
