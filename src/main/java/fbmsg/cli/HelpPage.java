package fbmsg.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The help of a command: its own options apart from those of every command, the root's commands by group. */
final class HelpPage {
    private HelpPage() {}

    static String of(CommandLine line, boolean colored) {
        line.setUsageHelpWidth(80);
        line.getCommandSpec().usageMessage().commandListHeading("");
        line.getCommandSpec().usageMessage().parameterListHeading("%nArguments:%n");
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, HelpPage::options);
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, HelpPage::commands);
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_SYNOPSIS, HelpPage::synopsis);
        return line.getUsageMessage(colored ? Ansi.ON : Ansi.OFF);
    }

    private static String synopsis(Help help) {
        CommandSpec spec = help.commandSpec();
        StringBuilder synopsis = new StringBuilder(spec.qualifiedName());
        if (spec.optionsMap().values().stream().anyMatch(option -> !isCommon(spec, option))) {
            synopsis.append(" [OPTIONS]");
        }
        spec.positionalParameters().forEach(p -> synopsis.append(' ').append(label(p)));
        if (!spec.subcommands().isEmpty()) {
            boolean alone = spec.userObject() instanceof Command;
            synopsis.append(alone ? " [COMMAND]" : " COMMAND");
        }
        return synopsis.append('\n').toString();
    }

    private static String label(CommandLine.Model.PositionalParamSpec parameter) {
        String label = parameter.paramLabel() + (parameter.isMultiValue() ? "..." : "");
        return parameter.required() ? label : "[" + label + "]";
    }

    private static String options(Help help) {
        CommandSpec spec = help.commandSpec();
        List<OptionSpec> own = new ArrayList<>();
        List<OptionSpec> common = new ArrayList<>();
        for (OptionSpec option : spec.options()) {
            (isCommon(spec, option) ? common : own).add(option);
        }
        StringBuilder text = new StringBuilder();
        if (!own.isEmpty()) {
            text.append("\nOptions:\n").append(list(help, own));
        }
        return text.append("\nCommon options:\n").append(list(help, common)).toString();
    }

    private static boolean isCommon(CommandSpec spec, OptionSpec option) {
        return spec.parent() == null || option.inherited();
    }

    private static String list(Help help, List<OptionSpec> options) {
        Help.Layout layout = help.createDefaultLayout(options, List.of(), help.colorScheme());
        layout.addAllOptions(options, help.createDefaultParamLabelRenderer());
        return layout.toString();
    }

    private static String commands(Help help) {
        Map<String, CommandLine> all = help.commandSpec().subcommands();
        if (all.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        if (help.commandSpec().parent() != null) {
            text.append("\nCommands:\n");
            all.forEach((name, line) -> text.append(row(name, line)));
            return text.toString();
        }
        for (Group group : Group.values()) {
            if (group.commands().isEmpty()) {
                continue;
            }
            text.append("\n").append(group.title()).append(":\n");
            group.commands().forEach(name -> text.append(row(name, all.get(name))));
        }
        return text.toString();
    }

    private static String row(String name, CommandLine line) {
        String[] description = line.getCommandSpec().usageMessage().description();
        return String.format("  %-12s %s\n", name, description[0]);
    }
}
