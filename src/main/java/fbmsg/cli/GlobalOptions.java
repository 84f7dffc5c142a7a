package fbmsg.cli;

import fbmsg.cli.typed.ColorWords;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options of every command, taken before or after its name. */
public final class GlobalOptions {
    @Option(
            names = "--config",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = {"Config file, or 'none' to read none", "(default: ~/.config/fbmsg/config.json)."})
    String config;

    @Option(
            names = "--profile",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            description = "Profile of the config file.")
    String profile;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "No hints and notes on standard error; warnings and errors stay.")
    boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Say more on standard error; twice: stack traces of errors too.")
    boolean[] verbose = {};

    @Option(
            names = "--trace",
            scope = ScopeType.INHERIT,
            description = "Show HTTP requests and answers on standard error, secrets left out.")
    boolean trace;

    @Option(
            names = "--color",
            scope = ScopeType.INHERIT,
            paramLabel = "WHEN",
            converter = ColorWords.class,
            completionCandidates = ColorWords.class,
            description = "Colour help: auto (on a terminal), always, never.")
    String color = "auto";

    @Option(
            names = "--offline",
            scope = ScopeType.INHERIT,
            description = "Refuse every connection that leaves this machine.")
    boolean offline;

    @Option(names = "--no-input", scope = ScopeType.INHERIT, description = "Never ask; fail instead.")
    boolean noInput;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help and exit.")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show the version and exit.")
    boolean version;
}
