package fbmsg.cli;

import fbmsg.cli.build.DemoCommand;
import fbmsg.cli.build.EmulateCommand;
import fbmsg.cli.build.JwtCommand;
import fbmsg.cli.build.TriggerCommand;
import fbmsg.cli.build.explain.ExplainCommand;
import fbmsg.cli.build.replay.ReplayCommand;
import fbmsg.cli.setup.ConfigCommand;
import fbmsg.cli.setup.LinkCommand;
import fbmsg.cli.shell.CompletionCommand;
import fbmsg.cli.shell.HelpCommand;
import fbmsg.cli.syntax.Syntax;
import fbmsg.cli.talk.listen.ListenCommand;
import fbmsg.cli.talk.reply.ReplyCommand;
import fbmsg.cli.talk.send.SendCommand;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/**
 * Which commands there are. Only the one that {@code args[0]} names is made: a model of all of them costs more than
 * anything that most of them do. Where the first argument is no command's name, all are, for the help or the error.
 */
final class Commands {
    /** They speak of all commands. */
    private static final List<String> NEED_ALL = List.of("help", "completion");

    private Commands() {}

    /** Adds to the program the command that the arguments ask for, or all. */
    static CommandLine assemble(Syntax program, Session session, String[] args) {
        Optional<Syntax> one =
                args.length == 0 || NEED_ALL.contains(args[0]) ? Optional.empty() : syntax(args[0], session, args);
        one.ifPresentOrElse(program::with, () -> all(program, session));
        return program.line()
                .setExpandAtFiles(false)
                .setInterpolateVariables(false)
                .setAllowOptionsAsOptionParameters(true);
    }

    private static void all(Syntax program, Session session) {
        for (String name : Group.allCommands()) {
            program.with(syntax(name, session, null).orElseThrow());
        }
    }

    private static Optional<Syntax> syntax(String name, Session session, String[] args) {
        return name.equals("config")
                ? Optional.of(ConfigCommand.syntax(session))
                : command(name, session, args).map(Command::syntax);
    }

    private static Optional<Command> command(String name, Session session, String[] args) {
        return Optional.ofNullable(
                switch (name) {
                    case "link" -> new LinkCommand(session);
                    case "listen" -> new ListenCommand(session);
                    case "send" -> new SendCommand(session);
                    case "reply" -> new ReplyCommand(session);
                    case "jwt" -> JwtCommand.assemble(session, mentions(args, "decode", "verify"));
                    case "emulate" -> new EmulateCommand(session);
                    case "trigger" -> new TriggerCommand(session);
                    case "replay" -> new ReplayCommand(session);
                    case "demo" -> new DemoCommand(session);
                    case "explain" -> new ExplainCommand(session);
                    case "completion" -> new CompletionCommand(session);
                    case "help" -> new HelpCommand(session, Group.allCommands());
                    default -> null;
                });
    }

    /** Whether the arguments name one of a command's own commands, or ask for its help; null stands for all of them. */
    private static boolean mentions(String[] args, String... names) {
        if (args == null) {
            return true;
        }
        List<String> given = Arrays.asList(args);
        return given.contains("-h") || given.contains("--help") || !Collections.disjoint(given, Arrays.asList(names));
    }
}
