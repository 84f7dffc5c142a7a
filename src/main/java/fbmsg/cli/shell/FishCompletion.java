package fbmsg.cli.shell;

import fbmsg.cli.shell.CommandOutline.Argument;
import fbmsg.cli.shell.CommandOutline.Option;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The completion script for fish. */
final class FishCompletion {
    private static final String HEAD = """
            # fish completion for fbmsg; made by: fbmsg completion fish

            # Whether the words before the cursor name this command, and gave it so many arguments.
            function __fbmsg_at
                set -l words (commandline -opc)
                set -e words[1]
                set -l command fbmsg
                set -l arguments 0
                set -l value no
                for word in $words
                    if test $value = yes
                        set value no
                        continue
                    end
                    switch $word
                        case --
                            break
                        case '-*'
                            switch "$command $word"
                                case %s
                                    set value yes
                            end
                        case '*'
                            switch "$command $word"
                                case %s
                                    set command "$command $word"
                                case '*'
                                    set arguments (math $arguments + 1)
                            end
                    end
                end
                test "$command" = "$argv[1]"
                or return 1
                test (count $argv) -eq 1
                or test $arguments -ge $argv[2] -a $arguments -le $argv[3]
            end

            complete -c fbmsg -f
            """;

    private static final int MANY = 9999;

    private FishCompletion() {}

    static String script(CommandOutline program) {
        StringBuilder script = new StringBuilder(HEAD.formatted(
                program.all().flatMap(FishCompletion::valued).collect(Collectors.joining(" ")),
                program.all()
                        .skip(1)
                        .map(command -> quoted(command.joined(" ")))
                        .collect(Collectors.joining(" "))));
        program.options().forEach(option -> script.append(line("", option)));
        program.all().forEach(command -> {
            String at = "__fbmsg_at " + quoted(command.joined(" "));
            command.commands()
                    .forEach(inner -> script.append("complete -c fbmsg")
                            .append(condition(at + " 0 0"))
                            .append(" -a ")
                            .append(quoted(inner.name()))
                            .append(described(inner.description()))
                            .append('\n'));
            for (int i = 0; i < command.arguments().size(); i++) {
                Argument argument = command.arguments().get(i);
                String range = " " + i + " " + (argument.repeatable() ? MANY : i);
                if (argument.value().kind() != CompletedValue.Kind.TEXT) {
                    script.append("complete -c fbmsg")
                            .append(condition(at + range))
                            .append(value(argument.value()))
                            .append('\n');
                }
            }
            if (command != program) {
                command.options().forEach(option -> script.append(line(condition(at), option)));
            }
        });
        return script.toString();
    }

    /** As the script's patterns have it: an option of the program is one of all its commands. */
    private static Stream<String> valued(CommandOutline command) {
        String prefix = command.path().size() == 1 ? command.name() + "* " : command.joined(" ") + " ";
        return command.options().stream()
                .filter(option -> option.value().isGiven())
                .flatMap(option -> option.names().stream())
                .map(name -> quoted(prefix + name));
    }

    private static String line(String condition, Option option) {
        StringBuilder line = new StringBuilder("complete -c fbmsg" + condition);
        for (String name : option.names()) {
            line.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        return line.append(described(option.description()))
                .append(option.value().isGiven() ? " -r" : "")
                .append(value(option.value()))
                .append('\n')
                .toString();
    }

    private static String value(CompletedValue value) {
        return switch (value.kind()) {
            case NONE -> "";
            case TEXT -> " -f";
            case FILE -> " -F";
            case WORDS -> " -f -a " + quoted(words(value.words()));
        };
    }

    /** Fish reads them once more, as words: what is not plain is quoted twice. */
    private static String words(List<String> words) {
        return words.stream()
                .map(word -> word.matches("[\\w.,:/@+-]+") ? word : quoted(word))
                .collect(Collectors.joining(" "));
    }

    private static String condition(String text) {
        return " -n " + quoted(text);
    }

    private static String described(String description) {
        return description.isEmpty() ? "" : " -d " + quoted(description);
    }

    /** In single quotes fish knows two escapes. */
    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
