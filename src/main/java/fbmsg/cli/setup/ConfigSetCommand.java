package fbmsg.cli.setup;

import fbmsg.cli.Command;
import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import fbmsg.cli.syntax.Option;
import fbmsg.cli.syntax.Syntax;
import fbmsg.config.ConfigEdit;
import fbmsg.config.Key;
import fbmsg.http.Destination;
import fbmsg.message.PageId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Writes one setting into the config file, making the file and the profile if they are not there. */
final class ConfigSetCommand implements Command {
    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

    private final Session session;

    private final Syntax syntax = Syntax.of(this, "set", "Write one setting into the config file.")
            .footer(
                    "",
                    "A relative path is taken from where you are and stored whole. KEY may also be 'profile', the "
                            + "profile that is used where none is named.",
                    "",
                    "Examples:",
                    "  fbmsg config set application_id 11111111-2222-3333-4444-555555555555",
                    "  fbmsg config set private_key_path ./private.key",
                    "  fbmsg config set profile test");

    private final Option<String> key = syntax.argument("KEY", ConfigKey.NAMES, "For example application_id.");
    private final Option<String> value = syntax.argument("VALUE", "Its value.");

    ConfigSetCommand(Session session) {
        this.session = session;
    }

    @Override
    public Syntax syntax() {
        return syntax;
    }

    @Override
    public Exit run() {
        String key = this.key.required();
        String value = this.value.required();
        if (key.equals("profile")) {
            return ConfigFileEdit.run(session, (file, profile) -> ConfigEdit.setDefaultProfile(file, value));
        }
        Key wanted = ConfigKey.of(key);
        String stored = wanted.isPath() && !value.isEmpty() && !value.startsWith("~")
                ? session.paths().resolve(value).toString()
                : value;
        if (wanted == Key.API_URL && !stored.isEmpty()) {
            Destination.of(stored);
        }
        if (wanted == Key.PAGE_ID && !stored.isEmpty()) {
            new PageId(stored);
        }
        Exit exit = ConfigFileEdit.run(session, (file, profile) -> ConfigEdit.set(file, profile, wanted, stored));
        warn(wanted, stored);
        return exit;
    }

    /** What is probably wrong is better said now than when it is used. */
    private void warn(Key wanted, String stored) {
        if (wanted == Key.APPLICATION_ID && !UUID.matcher(stored).matches()) {
            session.warn("'" + stored + "' is not a UUID, as the ids of Vonage's applications are");
        }
        if (wanted.isPath()) {
            Path path = session.paths().resolve(stored);
            if (!Files.exists(path)) {
                session.warn("there is no file " + path + " yet");
            }
        }
    }
}
