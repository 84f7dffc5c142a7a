package fbmsg.cli;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * Refuses an option's name as the next option's value: in {@code --text $EMPTY --json} the text would be {@code --json},
 * and go to a customer. Only the form with {@code =} takes such a value; the parser's own check cannot tell the two forms
 * apart.
 */
final class OptionValues {
    private OptionValues() {}

    /** Several options of one letter behind one dash: {@code -vv}. */
    private static boolean isCluster(String value, Map<String, OptionSpec> options) {
        return value.matches("-[A-Za-z]+") && value.chars().skip(1).allMatch(c -> options.containsKey("-" + (char) c));
    }

    static void check(CommandLine root, String[] args) {
        CommandLine line = root;
        for (int i = 0; i < args.length && !args[i].equals("--"); i++) {
            Map<String, OptionSpec> options = line.getCommandSpec().optionsMap();
            OptionSpec option = options.get(args[i]);
            if (option != null && option.arity().max() > 0 && i + 1 < args.length) {
                String value = args[++i];
                int equals = value.indexOf('=');
                if (options.containsKey(equals < 0 ? value : value.substring(0, equals)) || isCluster(value, options)) {
                    throw new ParameterException(
                            line,
                            "the option " + args[i - 1] + " has no value (" + value
                                    + " is an option; as a value write it with =)");
                }
            } else if (option == null && line.getSubcommands().containsKey(args[i])) {
                line = line.getSubcommands().get(args[i]);
            }
        }
    }
}
