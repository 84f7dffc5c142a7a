package fbmsg.cli.setup;

import fbmsg.cli.Command;
import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import fbmsg.config.ConfigEdit;
import fbmsg.config.Key;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** Writes one setting into the config file, making the file and the profile if they are not there. */
@CommandLine.Command(
        name = "set",
        description = "Write one setting into the config file.",
        footer = {
            "",
            "A relative path is taken from where you are and stored whole. KEY may also be 'profile', the "
                    + "profile that is used where none is named.",
            "",
            "Examples:",
            "  fbmsg config set application_id 11111111-2222-3333-4444-555555555555",
            "  fbmsg config set private_key_path ./private.key",
            "  fbmsg config set profile test"
        })
final class ConfigSetCommand implements Command {
    private final Session session;

    @Parameters(
            index = "0",
            paramLabel = "KEY",
            completionCandidates = ConfigKey.Names.class,
            description = "For example application_id.")
    String key;

    @Parameters(index = "1", paramLabel = "VALUE", description = "Its value.")
    String value;

    ConfigSetCommand(Session session) {
        this.session = session;
    }

    @Override
    public Exit run() {
        if (key.equals("profile")) {
            return ConfigFileEdit.run(session, (file, profile) -> ConfigEdit.setDefaultProfile(file, value));
        }
        Key wanted = ConfigKey.of(key);
        String stored = wanted.isPath() && !value.isEmpty() && !value.startsWith("~") && !value.contains("-----BEGIN")
                ? session.paths()
                        .resolve(value, session.host().workingDirectory())
                        .toString()
                : value;
        return ConfigFileEdit.run(session, (file, profile) -> ConfigEdit.set(file, profile, wanted, stored));
    }
}
