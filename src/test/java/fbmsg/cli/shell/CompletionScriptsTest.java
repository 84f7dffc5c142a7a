package fbmsg.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Descriptions hold quotes, brackets and colons; in no shell may they end a string or start a command. */
class CompletionScriptsTest {
    private static final CommandOutline PROGRAM = CommandOutline.of(program());

    private static CommandSpec program() {
        CommandSpec inner = CommandSpec.create()
                .addOption(OptionSpec.builder("-c", "--code")
                        .arity("1")
                        .paramLabel("N/s:[x]")
                        .description("It's \\ [50%%]: `$(date)` \u2019\u2026")
                        .build())
                .addOption(OptionSpec.builder("--secret").hidden(true).build())
                .addOption(OptionSpec.builder("--maybe")
                        .arity("0..1")
                        .paramLabel("FILE")
                        .type(String.class)
                        .build())
                .addPositional(PositionalParamSpec.builder()
                        .arity("1..*")
                        .paramLabel("FILE|-")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .build());
        inner.usageMessage().description("Don't:", "[stop].");
        CommandSpec hidden = CommandSpec.create();
        hidden.usageMessage().hidden(true);
        return CommandSpec.create()
                .name("fbmsg")
                .addOption(OptionSpec.builder("--when")
                        .arity("1")
                        .type(String.class)
                        .completionCandidates(List.of("a b", "it's"))
                        .build())
                .addOption(OptionSpec.builder("--where")
                        .arity("1")
                        .type(Path.class)
                        .build())
                .addSubcommand("go", inner)
                .addSubcommand("hidden", hidden);
    }

    @Test
    void zsh() {
        assertThat(ZshCompletion.script(PROGRAM))
                .contains("'(--code -c)--code=[It'\\''s \\\\ \\[50%\\]\\: `$(date)` \u2019\u2026]:N/s\\:\\[x\\]: '")
                .contains("'(--code -c)-c+[")
                .contains("'(--maybe)--maybe[]'")
                .contains("'go:Don'\\''t: [stop]'")
                .contains("'(--when)--when=[]:PARAM:(a\\ b it\\'\\''s)'")
                .contains("'(--where)--where=[]:PARAM:_files'")
                .contains("'*:FILE|-:_files'")
                .doesNotContain("secret", "hidden");
    }

    @Test
    void fish() {
        assertThat(FishCompletion.script(PROGRAM))
                .contains("complete -c fbmsg -n '__fbmsg_at \\'fbmsg go\\'' -l code -s c"
                        + " -d 'It\\'s \\\\ [50%]: `$(date)` \u2019\u2026' -r -f\n")
                .contains("complete -c fbmsg -n '__fbmsg_at \\'fbmsg go\\'' -l maybe\n")
                .contains("complete -c fbmsg -n '__fbmsg_at \\'fbmsg\\' 0 0' -a 'go' -d 'Don\\'t: [stop]'\n")
                .contains("complete -c fbmsg -l when -r -f -a '\\'a b\\' \\'it\\\\\\'s\\''\n")
                .contains("complete -c fbmsg -l where -r -F\n")
                .contains("complete -c fbmsg -n '__fbmsg_at \\'fbmsg go\\' 0 9999' -F\n")
                .doesNotContain("secret", "hidden");
    }

    /** There is no PowerShell where this is developed: each row has to be of this form, of ASCII only. */
    @Test
    void powerShell() {
        String string = "(?:'(?:[^']|'')*'|\\('(?:[^']|''|' \\+ \\[char]\\d+ \\+ ')*'\\))";
        String row = " {8}@\\{ of = S; kind = '(?:command|options?|arguments?)'; (?:name = S|place = \\d+); about = S"
                + "(?:; takes = '(?:none|text|file|words)'; words = @\\((?:S(?:, S)*)?\\))? },?";
        String script = PowerShellCompletion.script(PROGRAM);
        assertThat(script.lines().filter(line -> line.startsWith("        @{")).toList())
                .hasSize(7)
                .allMatch(line -> line.matches(row.replace("S", string)));
        assertThat(script)
                .matches("\\p{ASCII}*")
                .contains("about = ('It''s \\ [50%]: `$(date)` ' + [char]8217 + '' + [char]8230 + '')")
                .contains("words = @('a b', 'it''s')")
                .contains("name = '-c'")
                .doesNotContain("secret", "hidden");
    }

    @Test
    void bash() {
        assertThat(BashCompletion.script(PROGRAM))
                .startsWith("# bash completion for fbmsg;")
                .contains(
                        "local commands=\"go\"", "=(\"a b\" \"it's\") # --when values", "local flag_opts=\"'--maybe'\"")
                .doesNotContain("secret", "hidden", "picocli.info", "50%");
    }
}
