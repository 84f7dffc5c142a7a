package fbmsg.cli.setup;

import fbmsg.cli.Command;
import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import fbmsg.cli.syntax.Option;
import fbmsg.cli.syntax.Syntax;
import fbmsg.config.ConfigEdit;
import fbmsg.config.Key;

/** Takes one setting out of the config file. */
final class ConfigUnsetCommand implements Command {
    private final Session session;

    private final Syntax syntax = Syntax.of(this, "unset", "Take one setting out of the config file.")
            .footer("", "Examples:", "  fbmsg config unset page_id");

    private final Option<String> key = syntax.argument("KEY", ConfigKey.NAMES, "For example page_id.");

    ConfigUnsetCommand(Session session) {
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
            return ConfigFileEdit.run(session, (file, profile) -> ConfigEdit.unsetDefaultProfile(file));
        }
        Key wanted = ConfigKey.of(key);
        return ConfigFileEdit.run(session, (file, profile) -> ConfigEdit.unset(file, profile, wanted));
    }
}
