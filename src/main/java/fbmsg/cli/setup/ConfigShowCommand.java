package fbmsg.cli.setup;

import fbmsg.cli.Command;
import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import fbmsg.config.Key;
import fbmsg.config.Settings;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** All effective settings, one {@code key=value} a line. */
@CommandLine.Command(
        name = "show",
        description = "Print the effective settings, key=value.",
        footer = {"", "Examples:", "  fbmsg config show", "  fbmsg config show --origin"})
final class ConfigShowCommand implements Command {
    private final Session session;

    @Option(names = "--origin", description = "Add where each comes from, after a tab.")
    boolean origin;

    ConfigShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public Exit run() {
        Settings settings = session.settings(Map.of());
        StringBuilder text = new StringBuilder();
        for (Key key : Key.values()) {
            settings.find(key)
                    .ifPresent(setting -> text.append(key.inFile())
                            .append('=')
                            .append(setting.shown())
                            .append(origin ? "\t" + setting.origin() : "")
                            .append('\n'));
        }
        session.printer().text(text.toString());
        return Exit.OK;
    }
}
