package fbmsg.cli.setup;

import fbmsg.cli.Command;
import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import fbmsg.config.ConfigEdit;
import fbmsg.config.Key;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** Takes one setting out of the config file. */
@CommandLine.Command(
        name = "unset",
        description = "Take one setting out of the config file.",
        footer = {"", "Examples:", "  fbmsg config unset page_id"})
final class ConfigUnsetCommand implements Command {
    private final Session session;

    @Parameters(paramLabel = "KEY", completionCandidates = ConfigKey.Names.class, description = "For example page_id.")
    String key;

    ConfigUnsetCommand(Session session) {
        this.session = session;
    }

    @Override
    public Exit run() {
        if (key.equals("profile")) {
            return ConfigFileEdit.run(session, (file, profile) -> ConfigEdit.unsetDefaultProfile(file));
        }
        Key wanted = ConfigKey.of(key);
        return ConfigFileEdit.run(session, (file, profile) -> ConfigEdit.unset(file, profile, wanted));
    }
}
