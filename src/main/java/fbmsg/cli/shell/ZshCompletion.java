package fbmsg.cli.shell;

import fbmsg.cli.shell.CommandOutline.Argument;
import fbmsg.cli.shell.CommandOutline.Option;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The completion script for zsh: one function a command, each a call of {@code _arguments}. Picocli's script for bash also
 * loads in zsh, but shows no descriptions and cannot be autoloaded.
 */
final class ZshCompletion {
    private static final String HEAD = """
            #compdef fbmsg
            # zsh completion for fbmsg; made by: fbmsg completion zsh
            """;

    /** A file in fpath is the function's body, called to complete; a sourced one has to announce the function. */
    private static final String TAIL = """

            if [[ $funcstack[1] == _fbmsg ]]; then
              _fbmsg "$@"
            else
              (( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i }
              compdef _fbmsg fbmsg
            fi
            """;

    private ZshCompletion() {}

    static String script(CommandOutline program) {
        StringBuilder script = new StringBuilder(HEAD);
        script.append("\ntypeset -ga _fbmsg_common=(\n");
        program.options()
                .forEach(option -> script.append("  ").append(spec(option)).append('\n'));
        script.append(")\n");
        program.all().forEach(command -> script.append(function(command, command == program)));
        return script.append(TAIL).toString();
    }

    private static String function(CommandOutline command, boolean program) {
        StringBuilder body = new StringBuilder("\n" + name(command) + "() {\n");
        body.append("  local curcontext=\"$curcontext\" state line ret=1\n  typeset -A opt_args\n");
        body.append("  _arguments -C -s -S : $_fbmsg_common");
        if (!program) {
            command.options().forEach(option -> body.append(" \\\n    ").append(spec(option)));
        }
        if (command.commands().isEmpty()) {
            for (int i = 0; i < command.arguments().size(); i++) {
                body.append(" \\\n    ").append(spec(command.arguments().get(i), i + 1));
            }
            return body.append(" && ret=0\n  return ret\n}\n").toString();
        }
        body.append(" \\\n    '1: :->command' '*:: :->rest' && ret=0\n");
        body.append("  case $state in\n    command)\n      local -a commands=(\n");
        command.commands()
                .forEach(inner -> body.append("        ")
                        .append(quoted(inner.name() + ":" + inner.description()))
                        .append('\n'));
        body.append("      )\n      _describe -t commands command commands && ret=0\n      ;;\n");
        body.append("    rest)\n      case $words[1] in\n");
        command.commands()
                .forEach(inner -> body.append("        ")
                        .append(inner.name())
                        .append(") ")
                        .append(name(inner))
                        .append(" && ret=0 ;;\n"));
        return body.append("      esac\n      ;;\n  esac\n  return ret\n}\n").toString();
    }

    private static String name(CommandOutline command) {
        return "_" + command.joined("_");
    }

    /** Names that exclude each other unless the option may be repeated, description, value: each name an argument. */
    private static String spec(Option option) {
        String names = String.join(" ", option.names());
        String before = option.repeatable() ? "*" : "(" + names + ")";
        return option.names().stream()
                .map(name -> quoted(before
                        + name
                        + (!option.value().isGiven() ? "" : name.startsWith("--") ? "=" : "+")
                        + "["
                        + escaped(option.description())
                        + "]"
                        + value(option.value())))
                .collect(Collectors.joining(" "));
    }

    private static String spec(Argument argument, int position) {
        String place = argument.repeatable() ? "*" : position + (argument.required() ? "" : ":");
        return quoted(place + value(argument.value()));
    }

    private static String value(CompletedValue value) {
        String label = ":" + escaped(value.label()) + ":";
        return switch (value.kind()) {
            case NONE -> "";
            case TEXT -> label + " ";
            case FILE -> label + "_files";
            case WORDS -> label + "(" + words(value.words()) + ")";
        };
    }

    private static String words(List<String> words) {
        return words.stream()
                .map(word -> word.replaceAll("[^\\w.,/@+-]", "\\\\$0"))
                .collect(Collectors.joining(" "));
    }

    /** What {@code _arguments} would take for its own punctuation. */
    private static String escaped(String text) {
        return text.replaceAll("[\\\\:\\[\\]]", "\\\\$0");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
