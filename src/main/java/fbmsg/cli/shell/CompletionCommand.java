package fbmsg.cli.shell;

import fbmsg.Failure;
import fbmsg.cli.Command;
import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the script that lets a shell complete commands, options and their values. */
@CommandLine.Command(
        name = "completion",
        description = "Print a completion script for a shell.",
        footer = {
            "",
            "Examples:",
            "  # bash, in ~/.bashrc",
            "  eval \"$(fbmsg completion bash)\"",
            "  # zsh, in ~/.zshrc after compinit; or as a file _fbmsg in a folder of $fpath",
            "  source <(fbmsg completion zsh)",
            "  # fish",
            "  fbmsg completion fish > ~/.config/fish/completions/fbmsg.fish",
            "  # PowerShell, in $PROFILE",
            "  fbmsg completion powershell | Out-String | Invoke-Expression"
        })
public final class CompletionCommand implements Command {
    private final Session session;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "SHELL",
            completionCandidates = Shells.class,
            description = "bash, zsh, fish or powershell.")
    String shell;

    public CompletionCommand(Session session) {
        this.session = session;
    }

    @Override
    public Exit run() {
        session.printer().text(script());
        return Exit.OK;
    }

    private String script() {
        CommandOutline program = CommandOutline.of(spec.root());
        return switch (shell) {
            case "bash" -> BashCompletion.script(program);
            case "zsh" -> ZshCompletion.script(program);
            case "fish" -> FishCompletion.script(program);
            case "powershell" -> PowerShellCompletion.script(program);
            default ->
                throw Failure.usage(
                        "there is no script for the shell '" + shell + "'",
                        "there are scripts for bash, zsh, fish and powershell");
        };
    }

    /** The shells that there is a script for. */
    static final class Shells implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("bash", "zsh", "fish", "powershell").iterator();
        }
    }
}
