package fbmsg.cli;

import fbmsg.Failure;
import fbmsg.cli.syntax.Syntax;
import fbmsg.json.JsonText;
import fbmsg.message.InvalidMessage;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The program: arguments in, exit code out. */
public final class Fbmsg {
    private static final List<String> VERSION = List.of("--version", "-V");

    private final Syntax syntax = Syntax.of(this, "fbmsg", "Facebook Messenger through the Vonage Messages API.")
            .footer(
                    "",
                    "Examples:",
                    "  fbmsg demo                                      the whole story, offline",
                    "  fbmsg jwt                                       a token of the application",
                    "  fbmsg listen --port 3000                        waits for one message",
                    "  fbmsg send --from PAGE_ID --to PSID --text Hi   prints the message id",
                    "  fbmsg listen | fbmsg reply --text 'Thanks!'     answers whoever wrote");
    private final Session session;
    private final boolean json;

    private Fbmsg(Host host, String[] args) {
        session = new Session(host, new GlobalOptions(syntax));
        json = Arrays.asList(args).contains("--json");
    }

    /** Runs the program; never ends the process. */
    public static int run(Host host, String... args) {
        return new Fbmsg(host, args).run(args).code();
    }

    /** The whole program as the parser sees it, with every command. */
    static CommandLine model(Host host) {
        Fbmsg root = new Fbmsg(host, new String[0]);
        return Commands.assemble(root.syntax, root.session, new String[0]);
    }

    private Exit run(String[] args) {
        try {
            return args.length == 1 && VERSION.contains(args[0])
                    ? version()
                    : runChecked(Commands.assemble(syntax, session, args), args);
        } catch (ParameterException e) {
            return fail(Exit.USAGE, Errors.usage(e), e);
        } catch (Failure e) {
            return fail(Errors.exit(e), e.getMessage(), e);
        } catch (InvalidMessage e) {
            return fail(Exit.DATA, e.getMessage(), e);
        } catch (RuntimeException | Error e) {
            session.bug(e);
            return Exit.BUG;
        }
    }

    private Exit runChecked(CommandLine root, String[] args) {
        if (args.length == 0) {
            session.printer()
                    .talk(HelpPage.of(
                                    root,
                                    session.colors(session.host().terminals().err()))
                            .stripTrailing());
            return Exit.USAGE;
        }
        OptionValues.check(root, args);
        ParseResult parsed = root.parseArgs(args);
        while (parsed.subcommand() != null) {
            if (parsed.isUsageHelpRequested() || parsed.isVersionHelpRequested()) {
                break;
            }
            parsed = parsed.subcommand();
        }
        CommandLine named = parsed.commandSpec().commandLine();
        if (parsed.isUsageHelpRequested()) {
            session.showHelp(named);
            return Exit.OK;
        }
        if (parsed.isVersionHelpRequested()) {
            return version();
        }
        if (named.getCommand() instanceof Command command) {
            return command.run();
        }
        throw new ParameterException(named, "a command is missing");
    }

    private Exit version() {
        session.printer().line("fbmsg " + Version.NUMBER);
        return Exit.OK;
    }

    private Exit fail(Exit exit, String message, Exception e) {
        if (exit == Exit.CLOSED_PIPE) {
            return exit;
        }
        session.complain(message);
        if (session.stackTraces()) {
            session.printer().talk(Errors.stackTrace(e));
        }
        if (json) {
            session.printer()
                    .talk(JsonText.compact(
                            ErrorRecord.of(ErrorRecord.error(exit, message).build())));
        }
        return exit;
    }
}
