package fbmsg.cli.shell;

import fbmsg.cli.shell.CommandOutline.Argument;
import fbmsg.cli.shell.CommandOutline.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The completion script for PowerShell, Windows PowerShell 5.1 too: a table, and a walk over the words typed so far. */
final class PowerShellCompletion {
    private static final String HEAD = """
            # PowerShell completion for fbmsg; made by: fbmsg completion powershell

            Register-ArgumentCompleter -Native -CommandName fbmsg -ScriptBlock {
                param($wordToComplete, $commandAst, $cursorPosition)

                # of: the command it belongs to, '' for all; place: the first argument is 0
                $table = @(
            """;

    private static final String TAIL = """
                )

                $command = 'fbmsg'
                $place = 0
                $option = $null
                $ended = $false
                foreach ($element in @($commandAst.CommandElements | Select-Object -Skip 1)) {
                    if ($element.Extent.EndOffset -ge $cursorPosition) { break }
                    $word = $element.Extent.Text
                    if ($element -is [System.Management.Automation.Language.StringConstantExpressionAst]) {
                        $word = $element.Value
                    }
                    if ($null -ne $option) { $option = $null; continue }
                    if ($ended) { $place++; continue }
                    if ($word -ceq '--') { $ended = $true; continue }
                    $known = @($table | Where-Object { (($_.of -ceq $command) -or ($_.of -ceq '')) -and ($_.name -ceq $word) })
                    if (($known.Count -gt 0) -and ($known[0].kind -ceq 'command')) {
                        $command = "$command $word"
                        $place = 0
                    } elseif (($known.Count -gt 0) -and ($known[0].kind -ceq 'option')) {
                        if ($known[0].takes -cne 'none') { $option = $known[0] }
                    } elseif (-not $word.StartsWith('-')) {
                        $place++
                    }
                }

                $here = @($table | Where-Object { ($_.of -ceq $command) -or ($_.of -ceq '') })
                $typed = "$wordToComplete"
                $before = ''
                $equals = $typed.IndexOf('=')
                if (($null -eq $option) -and (-not $ended) -and $typed.StartsWith('--') -and ($equals -gt 0)) {
                    $name = $typed.Substring(0, $equals)
                    $named = @($here | Where-Object { ($_.kind -ceq 'option') -and ($_.name -ceq $name) })
                    if ($named.Count -eq 0) { return }
                    $option = $named[0]
                    $before = $typed.Substring(0, $equals + 1)
                }

                $offers = @()
                if ($null -ne $option) {
                    foreach ($value in $option.words) { $offers += @{ text = "$before$value"; about = $option.about } }
                } elseif ($typed.StartsWith('-') -and (-not $ended)) {
                    foreach ($entry in $here) {
                        if ($entry.kind -ceq 'option') { $offers += @{ text = $entry.name; about = $entry.about } }
                    }
                } else {
                    foreach ($entry in $here) {
                        if (($entry.kind -ceq 'command') -and ($place -eq 0) -and (-not $ended)) {
                            $offers += @{ text = $entry.name; about = $entry.about }
                        } elseif ((($entry.kind -ceq 'argument') -and ($entry.place -eq $place)) -or
                                  (($entry.kind -ceq 'arguments') -and ($entry.place -le $place))) {
                            foreach ($value in $entry.words) { $offers += @{ text = $value; about = $entry.about } }
                        }
                    }
                }

                # where nothing is offered, PowerShell completes files by itself
                foreach ($offer in $offers) {
                    $text = $offer.text
                    if ($text.StartsWith($typed, [System.StringComparison]::Ordinal)) {
                        [System.Management.Automation.CompletionResult]::new($text, $text, 'ParameterValue', $offer.about)
                    }
                }
            }
            """;

    private PowerShellCompletion() {}

    static String script(CommandOutline program) {
        List<String> rows = new ArrayList<>();
        program.all().forEach(command -> {
            String owner = command.joined(" ");
            for (CommandOutline inner : command.commands()) {
                rows.add(row(
                        owner, "command", "name = " + quoted(inner.name()), about(inner.description(), inner.name())));
            }
            for (int i = 0; i < command.arguments().size(); i++) {
                Argument argument = command.arguments().get(i);
                String kind = argument.repeatable() ? "arguments" : "argument";
                String about = about(argument.value().label(), "argument");
                rows.add(row(owner, kind, "place = " + i, about + values(argument.value())));
            }
            for (Option option : command.options()) {
                for (String name : option.names()) {
                    String about = about(option.description(), name);
                    rows.add(row(
                            command == program ? "" : owner,
                            "option",
                            "name = " + quoted(name),
                            about + values(option.value())));
                }
            }
        });
        return HEAD + String.join(",\n", rows) + "\n" + TAIL;
    }

    private static String row(String of, String kind, String which, String rest) {
        return "        @{ of = " + quoted(of) + "; kind = " + quoted(kind) + "; " + which + rest + " }";
    }

    /** A tool tip must not be empty. */
    private static String about(String description, String instead) {
        return "; about = " + quoted(description.isEmpty() ? instead : description);
    }

    private static String values(CompletedValue value) {
        String words = value.words().stream().map(PowerShellCompletion::quoted).collect(Collectors.joining(", "));
        return "; takes = " + quoted(value.kind().name().toLowerCase(Locale.ROOT)) + "; words = @(" + words + ")";
    }

    /**
     * In single quotes nothing has a meaning but the quote, of which PowerShell knows five; what is not ASCII is written by
     * its number, because 5.1 reads a file in the system's encoding.
     */
    private static String quoted(String text) {
        String plain = "'" + text.replace("'", "''") + "'";
        if (plain.chars().allMatch(c -> c >= ' ' && c < 127)) {
            return plain;
        }
        return IntStream.range(0, plain.length())
                .mapToObj(i -> plain.charAt(i) >= ' ' && plain.charAt(i) < 127
                        ? plain.substring(i, i + 1)
                        : "' + [char]" + (int) plain.charAt(i) + " + '")
                .collect(Collectors.joining("", "(", ")"));
    }
}
