package fbmsg.cli.shell;

import fbmsg.cli.shell.CommandOutline.Option;
import java.io.File;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The completion script for bash, written by picocli. It completes files by the type of an option, which ours do not have
 * ({@code --config none}, {@code --key -}), so it is given a model made for the purpose.
 */
final class BashCompletion {
    private static final String HEADER = """
            # bash completion for fbmsg; made by: fbmsg completion bash
            """;

    private BashCompletion() {}

    static String script(CommandOutline program) {
        CommandLine line = new CommandLine(model(program, program.options()));
        String script = AutoComplete.bash(program.name(), line);
        // what stands above is about other ways to install than ours, and picocli's version
        return HEADER + script.substring(script.indexOf("\n\n") + 1);
    }

    private static CommandSpec model(CommandOutline command, List<Option> common) {
        CommandSpec spec = CommandSpec.create().name(command.name());
        command.options().forEach(option -> spec.addOption(option(option)));
        if (command.options() != common) {
            common.forEach(option -> spec.addOption(option(option)));
        }
        for (int i = 0; i < command.arguments().size(); i++) {
            CommandOutline.Argument argument = command.arguments().get(i);
            spec.addPositional(PositionalParamSpec.builder()
                    .index(i + (argument.repeatable() ? "..*" : ""))
                    .paramLabel("argument" + i)
                    .type(type(argument.value()))
                    .completionCandidates(words(argument.value()))
                    .build());
        }
        command.commands().forEach(inner -> spec.addSubcommand(inner.name(), model(inner, common)));
        return spec;
    }

    private static OptionSpec option(Option option) {
        String[] names = option.names().toArray(new String[0]);
        // the label becomes the name of a variable: it must be one, and another one for each option
        return OptionSpec.builder(names)
                .paramLabel(names[0].replaceAll("\\W+", "_"))
                .arity(option.value().isGiven() ? "1" : "0")
                .type(type(option.value()))
                .completionCandidates(words(option.value()))
                .build();
    }

    private static Class<?> type(CompletedValue value) {
        return switch (value.kind()) {
            case NONE -> boolean.class;
            case FILE -> File.class;
            case TEXT, WORDS -> String.class;
        };
    }

    private static List<String> words(CompletedValue value) {
        return value.kind() == CompletedValue.Kind.WORDS ? value.words() : null;
    }
}
