package fbmsg.cli.setup;

import fbmsg.cli.Command;
import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import fbmsg.config.Key;
import fbmsg.config.Setting;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** One effective setting; exit 1 if it is not set. */
@CommandLine.Command(
        name = "get",
        description = "Print one effective setting; exit 1 if it is not set.",
        footer = {"", "Examples:", "  fbmsg config get page_id"})
final class ConfigGetCommand implements Command {
    private final Session session;

    @Parameters(
            paramLabel = "KEY",
            completionCandidates = ConfigKey.Names.class,
            description = "For example application_id.")
    String key;

    ConfigGetCommand(Session session) {
        this.session = session;
    }

    @Override
    public Exit run() {
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
