package fbmsg.cli.setup;

import fbmsg.cli.Command;
import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import fbmsg.config.ConfigEdit;
import fbmsg.config.Key;
import fbmsg.http.Destination;
import fbmsg.message.PageId;
import java.nio.file.Files;
import java.nio.file.Path;
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
        if (!stored.isEmpty()) {
            check(wanted, stored);
        }
        return ConfigFileEdit.run(session, (file, profile) -> ConfigEdit.set(file, profile, wanted, stored));
    }

    /** What can be seen now to be wrong is better said now. */
    private void check(Key wanted, String stored) {
        switch (wanted) {
            case API_URL -> Destination.of(stored);
            case PAGE_ID -> new PageId(stored);
            case APPLICATION_ID -> {
                if (!stored.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
                    session.warn("'" + stored + "' is not a UUID, as the ids of Vonage's applications are");
                }
            }
            case PRIVATE_KEY, SIGNATURE_SECRET, API_SECRET -> {
                Path path = session.paths().resolve(stored, session.host().workingDirectory());
                if (!stored.contains("-----BEGIN") && !Files.exists(path)) {
                    session.warn("there is no file " + path + " yet");
                }
            }
            default -> {
                // the edit itself checks the rest
            }
        }
    }
}
