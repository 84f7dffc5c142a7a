package fbmsg.cli.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What completion needs to know of a command, read from the parser's model, the same for every shell.
 *
 * @param path the words that name it, the program's first
 * @param options its own ones; those of the program hold for every command
 * @param commands its own commands
 */
record CommandOutline(
        List<String> path,
        String description,
        List<Option> options,
        List<Argument> arguments,
        List<CommandOutline> commands) {

    /** An option; its first name is the long one. */
    record Option(List<String> names, String description, boolean repeatable, CompletedValue value) {}

    /** A positional argument, or any number of them. */
    record Argument(boolean required, boolean repeatable, CompletedValue value) {}

    static CommandOutline of(CommandSpec program) {
        return of(program, List.of(program.name()));
    }

    private static CommandOutline of(CommandSpec spec, List<String> path) {
        List<CommandOutline> commands = new ArrayList<>();
        spec.subcommands().forEach((name, line) -> {
            CommandSpec inner = line.getCommandSpec();
            if (!inner.usageMessage().hidden()) {
                commands.add(
                        of(inner, Stream.concat(path.stream(), Stream.of(name)).toList()));
            }
        });
        return new CommandOutline(
                path,
                sentence(spec.usageMessage().description()),
                spec.options().stream()
                        .filter(option -> !option.hidden() && !option.inherited())
                        .map(CommandOutline::option)
                        // reflection promises no order of fields
                        .sorted(Comparator.comparing(option -> option.names().get(0)))
                        .toList(),
                spec.positionalParameters().stream()
                        .filter(argument -> !argument.hidden())
                        .map(CommandOutline::argument)
                        .toList(),
                commands);
    }

    private static Option option(OptionSpec spec) {
        List<String> names = Stream.of(spec.names())
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        return new Option(names, sentence(spec.description()), spec.isMultiValue(), CompletedValue.of(spec));
    }

    private static Argument argument(CommandLine.Model.PositionalParamSpec spec) {
        return new Argument(spec.arity().min() > 0, spec.arity().max() > 1, CompletedValue.of(spec));
    }

    /** One line without the parser's markup and without the full stop, as in the shells' own descriptions. */
    private static String sentence(String[] description) {
        String text = Ansi.OFF
                .string(String.join(" ", description))
                .replace("%n", " ")
                .replace("%%", "%")
                .replaceAll("\\s+", " ")
                .strip();
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    String name() {
        return path.get(path.size() - 1);
    }

    /** Its words with something between. */
    String joined(String between) {
        return String.join(between, path);
    }

    /** This command, its commands, and theirs. */
    Stream<CommandOutline> all() {
        return Stream.concat(Stream.of(this), commands.stream().flatMap(CommandOutline::all));
    }
}
