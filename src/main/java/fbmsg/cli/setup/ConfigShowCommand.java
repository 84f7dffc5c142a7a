package fbmsg.cli.setup;

import fbmsg.cli.Command;
import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import fbmsg.cli.syntax.Flag;
import fbmsg.cli.syntax.Syntax;
import fbmsg.config.Key;
import fbmsg.config.Settings;
import java.util.Map;

/** All effective settings, one {@code key=value} a line. */
final class ConfigShowCommand implements Command {
    private final Session session;

    private final Syntax syntax = Syntax.of(this, "show", "Print the effective settings, key=value.")
            .footer("", "Examples:", "  fbmsg config show", "  fbmsg config show --origin");

    private final Flag origin = syntax.flag("--origin", "Add where each comes from, after a tab.");

    ConfigShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public Syntax syntax() {
        return syntax;
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
                            .append(origin.isGiven() ? "\t" + setting.origin() : "")
                            .append('\n'));
        }
        session.printer().text(text.toString());
        return Exit.OK;
    }
}
