package fbmsg.cli.syntax;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ScopeType;

/**
 * What a command takes and what its help says, told to the parser call by call. Annotations would say the same, but the
 * parser reads them by reflection, through classes that the JVM makes for it at each start: that takes longer than signing
 * a token.
 */
public final class Syntax {
    static {
        // The parser asks for a class of Groovy's, and every jar is opened to look for what is not there; and it
        // gathers
        // converters of dates and of databases by reflection. These are its own switches for both.
        System.setProperty("picocli.disable.closures", "true");
        System.setProperty("picocli.converters.excludes", "java[.].*");
    }

    private static final IFactory FACTORY = new Lists();

    private final CommandSpec spec;
    private ScopeType scope = ScopeType.LOCAL;

    private Syntax(CommandSpec spec) {
        this.spec = spec;
    }

    /**
     * @param command whose syntax this is; the parser gives it back
     */
    public static Syntax of(Object command, String name, String description) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(command, FACTORY).name(name);
        spec.usageMessage().description(description);
        return new Syntax(spec);
    }

    /** What follows the options in the help, a line or paragraph each. */
    public Syntax footer(String... lines) {
        spec.usageMessage().footer(lines);
        return this;
    }

    /** From here on, options hold for the commands below this one too. */
    public Syntax inherited() {
        scope = ScopeType.INHERIT;
        return this;
    }

    /** Adds a command below this one. */
    public Syntax with(Syntax command) {
        line().addSubcommand(command.line());
        return this;
    }

    /** An option without a value. */
    public Flag flag(String name, String description) {
        return flag(List.of(name), description);
    }

    public Flag flag(List<String> names, String description) {
        Flag flag = new Flag();
        spec.addOption(
                option(names, flag, boolean.class, description).arity("0").build());
        return flag;
    }

    /** An option without a value that may be given more than once. */
    public Count count(List<String> names, String description) {
        Count count = new Count();
        spec.addOption(
                option(names, count, boolean[].class, description).arity("0").build());
        return count;
    }

    /** The option that asks for help: nothing else is then required. */
    public Flag help(List<String> names, String description) {
        Flag flag = new Flag();
        spec.addOption(option(names, flag, boolean.class, description)
                .arity("0")
                .usageHelp(true)
                .build());
        return flag;
    }

    /** The option that asks for the version: nothing else is then required. */
    public Flag version(List<String> names, String description) {
        Flag flag = new Flag();
        spec.addOption(option(names, flag, boolean.class, description)
                .arity("0")
                .versionHelp(true)
                .build());
        return flag;
    }

    /** An option with a text. */
    public Option<String> text(String name, String label, String... description) {
        Option<String> option = new Option<>();
        spec.addOption(option(List.of(name), option, String.class, description)
                .paramLabel(label)
                .build());
        return option;
    }

    /** An option with a text that may be given more than once. */
    public Texts texts(String name, String label, String description) {
        Texts texts = new Texts();
        spec.addOption(option(List.of(name), texts, List.class, description)
                .auxiliaryTypes(String.class)
                .paramLabel(label)
                .build());
        return texts;
    }

    /** An option with a number. */
    public Option<Integer> number(String name, String label, String description) {
        Option<Integer> option = new Option<>();
        spec.addOption(option(List.of(name), option, int.class, description)
                .paramLabel(label)
                .build());
        return option;
    }

    /** An option with a value of some form. */
    public <T> Option<T> value(String name, String label, ITypeConverter<T> form, String... description) {
        Option<T> option = new Option<>();
        spec.addOption(option(List.of(name), option, Object.class, description)
                .paramLabel(label)
                .converters(form)
                .build());
        return option;
    }

    /** An option whose value is one of a few words. */
    public <T, W extends ITypeConverter<T> & Iterable<String>> Option<T> choice(
            String name, String label, W words, String description) {
        Option<T> option = new Option<>();
        spec.addOption(option(List.of(name), option, Object.class, description)
                .paramLabel(label)
                .converters(words)
                .completionCandidates(words)
                .build());
        return option;
    }

    /** The next argument that is no option; it must be there. */
    public Option<String> argument(String label, String description) {
        return argument(label, null, description);
    }

    /**
     * @param words what a shell may offer
     */
    public Option<String> argument(String label, Iterable<String> words, String description) {
        Option<String> argument = new Option<>();
        spec.addPositional(next("1", argument, description)
                .required(true)
                .paramLabel(label)
                .completionCandidates(words)
                .build());
        return argument;
    }

    /** The next argument that is no option, if it is there. */
    public Option<String> optionalArgument(String label, String description) {
        Option<String> argument = new Option<>();
        spec.addPositional(next("0..1", argument, description).paramLabel(label).build());
        return argument;
    }

    /**
     * All further arguments that are no options.
     *
     * @param words what a shell may offer
     */
    public Texts arguments(String label, Iterable<String> words, String description) {
        return arguments("0..*", label, words, description);
    }

    /** Everything that follows {@code --}, whatever it looks like. */
    public Texts rest(String label, String description) {
        return arguments(label, List.of(), description);
    }

    /** Whether {@code --} was given. */
    public boolean isDashDashGiven() {
        return line().getParseResult().originalArgs().contains("--");
    }

    /** All further arguments that are no options; one must be there. */
    public Texts furtherArguments(String label, String description) {
        return arguments("1..*", label, null, description);
    }

    private Texts arguments(String arity, String label, Iterable<String> words, String description) {
        Texts texts = new Texts();
        spec.addPositional(next(arity, texts, description)
                .index(spec.positionalParameters().size() + "..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .required(arity.startsWith("1"))
                .paramLabel(label)
                .completionCandidates(words)
                .build());
        return texts;
    }

    public CommandSpec spec() {
        return spec;
    }

    /** The parser of this syntax, always the same one. */
    public CommandLine line() {
        return spec.commandLine() != null ? spec.commandLine() : new CommandLine(spec, FACTORY);
    }

    private OptionSpec.Builder option(List<String> names, Binding binding, Class<?> type, String... description) {
        return OptionSpec.builder(names.toArray(new String[0]))
                .getter(binding)
                .setter(binding)
                .scopeType(scope)
                .arity("1")
                .type(type)
                .description(description);
    }

    private PositionalParamSpec.Builder next(String arity, Binding binding, String description) {
        return PositionalParamSpec.builder()
                .getter(binding)
                .setter(binding)
                .index(String.valueOf(spec.positionalParameters().size()))
                .arity(arity)
                .type(String.class)
                .description(description);
    }

    /** What the parser has made for it: where annotations name classes, much; here, the lists of values. */
    private static final class Lists implements IFactory {
        @Override
        public <T> T create(Class<T> type) {
            return type.cast(new ArrayList<Object>());
        }
    }
}
