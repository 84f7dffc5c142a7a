package fbmsg.cli;

import fbmsg.cli.build.DemoCommand;
import fbmsg.cli.build.EmulateCommand;
import fbmsg.cli.build.JwtCommand;
import fbmsg.cli.setup.ConfigCommand;
import fbmsg.cli.setup.LinkCommand;
import fbmsg.cli.shell.CompletionCommand;
import fbmsg.cli.shell.HelpCommand;
import fbmsg.cli.talk.ListenCommand;
import fbmsg.cli.talk.ReplyCommand;
import fbmsg.cli.talk.SendCommand;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import picocli.CommandLine;

/**
 * Which commands there are. Only the one that {@code args[0]} names is made: a model of all of them costs more than
 * anything that most of them do. Where the first argument is no command's name, all are, for the help or the error.
 */
final class Commands {
    /** They speak of all commands. */
    private static final List<String> NEED_ALL = List.of("help", "completion");

    private Commands() {}

    static CommandLine assemble(Object root, Session session, String[] args) {
        CommandLine line = new CommandLine(root);
        boolean one = args.length > 0 && !NEED_ALL.contains(args[0]) && add(line, args[0], session, args);
        if (!one) {
            all(line, session);
        }
        return configured(line);
    }

    /** The whole program, for its help and its completion scripts. */
    static CommandLine all(CommandLine line, Session session) {
        for (Group group : Group.values()) {
            for (String name : group.commands()) {
                add(line, name, session, null);
            }
        }
        return line;
    }

    private static boolean add(CommandLine line, String name, Session session, String[] args) {
        switch (name) {
            case "config" -> line.addSubcommand(ConfigCommand.assemble(session));
            case "link" -> line.addSubcommand(new LinkCommand(session));
            case "listen" -> line.addSubcommand(new ListenCommand(session));
            case "send" -> line.addSubcommand(new SendCommand(session));
            case "reply" -> line.addSubcommand(new ReplyCommand(session));
            case "jwt" -> line.addSubcommand(JwtCommand.assemble(session, mentions(args, "decode", "verify")));
            case "emulate" -> line.addSubcommand(new EmulateCommand(session));
            case "demo" -> line.addSubcommand(new DemoCommand(session));
            case "completion" -> line.addSubcommand(new CompletionCommand(session));
            case "help" -> line.addSubcommand(new HelpCommand(session));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Whether the arguments name one of a command's own commands, or ask for its help; null stands for all of them. */
    private static boolean mentions(String[] args, String... names) {
        if (args == null) {
            return true;
        }
        List<String> given = Arrays.asList(args);
        return given.contains("-h") || given.contains("--help") || !Collections.disjoint(given, Arrays.asList(names));
    }

    private static CommandLine configured(CommandLine line) {
        return line.setExpandAtFiles(false).setInterpolateVariables(false).setAllowOptionsAsOptionParameters(true);
    }
}
