package fbmsg.cli.setup;

import fbmsg.cli.Session;
import fbmsg.cli.syntax.Syntax;

/** The commands on the config file. */
public final class ConfigCommand {
    private ConfigCommand() {}

    public static Syntax syntax(Session session) {
        return Syntax.of(new ConfigCommand(), "config", "Show and change the settings.")
                .footer(
                        "",
                        "Keys: application_id, private_key_path, page_id, signature_secret_path, api_key, "
                                + "api_secret_path, port, api_url. The file holds paths of secrets, never secrets.",
                        "",
                        "Examples:",
                        "  fbmsg config set application_id 11111111-2222-3333-4444-555555555555",
                        "  fbmsg config set private_key_path ~/keys/fb.pem",
                        "  fbmsg config show --origin",
                        "  fbmsg --profile test config set page_id 107000000000001")
                .with(new ConfigShowCommand(session).syntax())
                .with(new ConfigGetCommand(session).syntax())
                .with(new ConfigSetCommand(session).syntax())
                .with(new ConfigUnsetCommand(session).syntax())
                .with(new ConfigPathCommand(session).syntax());
    }
}
