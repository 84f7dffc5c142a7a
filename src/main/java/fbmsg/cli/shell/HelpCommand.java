package fbmsg.cli.shell;

import fbmsg.cli.Command;
import fbmsg.cli.CommandNames;
import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The same as {@code --help} after the command's name. */
@CommandLine.Command(
        name = "help",
        description = "Show the help of a command.",
        footer = {"", "Examples:", "  fbmsg help", "  fbmsg help send", "  fbmsg help jwt verify"})
public final class HelpCommand implements Command {
    private final Session session;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "COMMAND",
            completionCandidates = CommandNames.class,
            description = "The command; the program if left out.")
    List<String> names = new ArrayList<>();

    public HelpCommand(Session session) {
        this.session = session;
    }

    @Override
    public Exit run() {
        CommandLine line = spec.root().commandLine();
        for (String name : names) {
            CommandLine inner = line.getSubcommands().get(name);
            if (inner == null) {
                throw new ParameterException(line, "there is no command '" + name + "'");
            }
            line = inner;
        }
        session.showHelp(line);
        return Exit.OK;
    }
}
