package fbmsg.cli.setup;

import fbmsg.cli.Command;
import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import fbmsg.cli.syntax.Option;
import fbmsg.cli.syntax.Syntax;
import fbmsg.config.Key;
import fbmsg.config.Setting;
import java.util.Map;
import java.util.Optional;

/** One effective setting; exit 1 if it is not set. */
final class ConfigGetCommand implements Command {
    private final Session session;

    private final Syntax syntax = Syntax.of(this, "get", "Print one effective setting; exit 1 if it is not set.")
            .footer("", "Examples:", "  fbmsg config get page_id");

    private final Option<String> key = syntax.argument("KEY", ConfigKey.NAMES, "For example application_id.");

    ConfigGetCommand(Session session) {
        this.session = session;
    }

    @Override
    public Syntax syntax() {
        return syntax;
    }

    @Override
    public Exit run() {
        String key = this.key.required();
        if (key.equals("profile")) {
            session.printer().line(session.settings(Map.of()).profile());
            return Exit.OK;
        }
        Key wanted = ConfigKey.of(key);
        Optional<Setting> setting = session.settings(Map.of()).find(wanted);
        if (setting.isEmpty()) {
            return session.refuse(wanted.inFile() + " is not set", "set it with: fbmsg config set " + key + " VALUE");
        }
        session.printer().line(setting.get().shown());
        return Exit.OK;
    }
}
