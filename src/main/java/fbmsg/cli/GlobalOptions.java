package fbmsg.cli;

import fbmsg.cli.syntax.Count;
import fbmsg.cli.syntax.Flag;
import fbmsg.cli.syntax.Option;
import fbmsg.cli.syntax.Syntax;
import fbmsg.cli.typed.ColorWords;
import java.util.List;

/** The options of every command, taken before or after its name. */
final class GlobalOptions {
    final Option<String> config;
    final Option<String> profile;
    final Flag quiet;
    final Count verbose;
    final Flag trace;
    final Option<String> color;
    final Flag offline;

    GlobalOptions(Syntax program) {
        program.inherited();
        config = program.text(
                "--config", "FILE", "Config file, or 'none' to read none", "(default: ~/.config/fbmsg/config.json).");
        profile = program.text("--profile", "NAME", "Profile of the config file.");
        quiet = program.flag(
                List.of("-q", "--quiet"), "No hints and notes on standard error; warnings and errors stay.");
        verbose = program.count(
                List.of("-v", "--verbose"), "Say more on standard error; twice: stack traces of errors too.");
        trace = program.flag("--trace", "Show HTTP requests and answers on standard error, secrets left out.");
        color = program.choice(
                "--color", "WHEN", new ColorWords(), "Colour help: auto (on a terminal), always, never.");
        offline = program.flag("--offline", "Refuse every connection that leaves this machine.");
        program.flag("--no-input", "Never ask; fail instead.");
        program.help(List.of("-h", "--help"), "Show this help and exit.");
        program.version(List.of("-V", "--version"), "Show the version and exit.");
    }
}
