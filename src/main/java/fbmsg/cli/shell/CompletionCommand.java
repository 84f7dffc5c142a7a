package fbmsg.cli.shell;

import fbmsg.Failure;
import fbmsg.cli.Command;
import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import fbmsg.cli.syntax.Option;
import fbmsg.cli.syntax.Syntax;
import java.util.List;

/** Prints the script that lets a shell complete commands, options and their values. */
public final class CompletionCommand implements Command {
    private final Session session;

    private final Syntax syntax = Syntax.of(this, "completion", "Print a completion script for a shell.")
            .footer(
                    "",
                    "Examples:",
                    "  # bash, in ~/.bashrc",
                    "  eval \"$(fbmsg completion bash)\"",
                    "  # zsh, in ~/.zshrc after compinit; or as a file _fbmsg in a folder of $fpath",
                    "  source <(fbmsg completion zsh)",
                    "  # fish",
                    "  fbmsg completion fish > ~/.config/fish/completions/fbmsg.fish",
                    "  # PowerShell, in $PROFILE",
                    "  fbmsg completion powershell | Out-String | Invoke-Expression");

    private final Option<String> shell =
            syntax.argument("SHELL", List.of("bash", "zsh", "fish", "powershell"), "bash, zsh, fish or powershell.");

    public CompletionCommand(Session session) {
        this.session = session;
    }

    @Override
    public Syntax syntax() {
        return syntax;
    }

    @Override
    public Exit run() {
        session.printer().text(script());
        return Exit.OK;
    }

    private String script() {
        CommandOutline program = CommandOutline.of(syntax.spec().root());
        return switch (shell.required()) {
            case "bash" -> BashCompletion.script(program);
            case "zsh" -> ZshCompletion.script(program);
            case "fish" -> FishCompletion.script(program);
            case "powershell" -> PowerShellCompletion.script(program);
            default ->
                throw Failure.usage(
                        "there is no script for the shell '" + shell.required() + "'",
                        "there are scripts for bash, zsh, fish and powershell");
        };
    }
}
