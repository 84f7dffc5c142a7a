package fbmsg.cli.shell;

import fbmsg.cli.Command;
import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import fbmsg.cli.syntax.Syntax;
import fbmsg.cli.syntax.Texts;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The same as {@code --help} after the command's name. */
public final class HelpCommand implements Command {
    private final Session session;

    private final Syntax syntax = Syntax.of(this, "help", "Show the help of a command.")
            .footer("", "Examples:", "  fbmsg help", "  fbmsg help send", "  fbmsg help jwt verify");
    private final Texts names;

    /**
     * @param commands the names of all, for the shells to complete
     */
    public HelpCommand(Session session, List<String> commands) {
        this.session = session;
        this.names = syntax.arguments("COMMAND", commands, "The command; the program if left out.");
    }

    @Override
    public Syntax syntax() {
        return syntax;
    }

    @Override
    public Exit run() {
        CommandLine line = syntax.spec().root().commandLine();
        for (String name : names.values()) {
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
