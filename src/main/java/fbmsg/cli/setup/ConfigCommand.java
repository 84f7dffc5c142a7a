package fbmsg.cli.setup;

import fbmsg.cli.Session;
import picocli.CommandLine;

/** The commands on the config file. */
@CommandLine.Command(
        name = "config",
        description = "Show and change the settings.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Keys: application_id, private_key_path, page_id, signature_secret_path, api_key, "
                    + "api_secret_path, port, api_url. The file holds paths of secrets, never secrets.",
            "",
            "Examples:",
            "  fbmsg config set application_id 11111111-2222-3333-4444-555555555555",
            "  fbmsg config set private_key_path ~/keys/fb.pem",
            "  fbmsg config show --origin",
            "  fbmsg --profile test config set page_id 107000000000001"
        })
public final class ConfigCommand {
    private ConfigCommand() {}

    public static CommandLine assemble(Session session) {
        return new CommandLine(new ConfigCommand())
                .addSubcommand(new ConfigShowCommand(session))
                .addSubcommand(new ConfigGetCommand(session))
                .addSubcommand(new ConfigSetCommand(session))
                .addSubcommand(new ConfigUnsetCommand(session))
                .addSubcommand(new ConfigPathCommand(session));
    }
}
