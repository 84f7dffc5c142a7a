package fbmsg.cli;

import fbmsg.Failure;
import fbmsg.config.Key;
import fbmsg.config.Paths;
import fbmsg.config.SecretText;
import fbmsg.config.Setting;
import fbmsg.config.Settings;
import fbmsg.config.SettingsSource;
import fbmsg.http.Connection;
import fbmsg.http.Destination;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** One run of one command: the host, the options that all commands share, and the talk on standard error. */
public final class Session {
    private final Host host;
    private final GlobalOptions options;
    private final Printer printer;
    private Application application;

    Session(Host host, GlobalOptions options) {
        this.host = host;
        this.options = options;
        this.printer = new Printer(host.out(), host.err());
    }

    public Host host() {
        return host;
    }

    public Printer printer() {
        return printer;
    }

    /** What the user may want to know; not with {@code --quiet}. */
    public void note(String text) {
        if (!options.quiet.isGiven()) {
            printer.talk("fbmsg: " + SafeText.shown(text));
        }
    }

    /** Lines for a person to copy; not with {@code --quiet}. */
    public void lines(String text) {
        if (!options.quiet.isGiven()) {
            printer.talk(text);
        }
    }

    /** What only somebody who asked wants to know. */
    public void detail(String text) {
        if (options.verbose.times() > 0) {
            printer.talk("fbmsg: " + SafeText.shown(text));
        }
    }

    public void warn(String text) {
        printer.talk("fbmsg: warning: " + SafeText.shown(text));
    }

    /** A check's "no": why, and what to do. */
    public Exit refuse(String what, String todo) {
        complain(what + "; " + todo);
        return Exit.NO;
    }

    /** What went wrong, one line. */
    public void complain(String message) {
        printer.talk("fbmsg: " + SafeText.shown(message));
    }

    /** What should not have happened, in the midst of a run that goes on. */
    public void bug(Throwable e) {
        printer.talk("fbmsg: " + Errors.bug(e));
    }

    public boolean verbose() {
        return options.verbose.times() > 0;
    }

    /** Whether somebody watches standard error. */
    public boolean showsProgress() {
        return host.terminals().err() && !options.quiet.isGiven();
    }

    public boolean stackTraces() {
        return options.verbose.times() > 1;
    }

    /** Lines of what goes over the wire. */
    public void trace(String lines) {
        lines.lines().forEach(line -> printer.talk(SafeText.shown(line)));
    }

    public boolean trace() {
        return options.trace.isGiven();
    }

    public boolean offline() {
        return options.offline.isGiven() || source().offline();
    }

    /** A connection of the machine's, offline if that is wanted. */
    public Connection connect(Destination destination, Duration timeout) {
        Connection connection = host.connections().open(destination, timeout, offline());
        if (connection.proxy().isPresent()) {
            detail(destination.base().getHost() + " is reached through the proxy "
                    + connection.proxy().get());
        }
        return connection;
    }

    public Paths paths() {
        return new Paths(host.home(), host.workingDirectory());
    }

    public SettingsSource source() {
        return new SettingsSource(host.env(), paths(), options.config.value(), options.profile.value());
    }

    /** The effective settings; their warnings are said. */
    public Settings settings(Map<Key, Setting> commandOptions) {
        Settings settings = source().read(commandOptions);
        for (String warning : settings.warnings()) {
            warn(warning);
        }
        return settings;
    }

    public Settings settings(SigningOptions signing) {
        return settings(signing.layer(paths()));
    }

    /**
     * The application of the settings. A run has one: its key may come by standard input, which can be read once.
     *
     * @throws fbmsg.Failure if there is no application id or no usable key
     */
    public synchronized Application application(Settings settings) {
        if (application == null) {
            application = Application.of(this, settings);
        }
        return application;
    }

    /** Reads a key or secret; a warning about its file is said. */
    public SecretText secret(Setting setting, String what) {
        SecretText secret = SecretText.read(setting, what, host.in());
        secret.warning().ifPresent(this::warn);
        return secret;
    }

    /**
     * The signature secrets, one or more.
     *
     * @throws Failure if the setting's file holds none
     */
    public List<String> signatureSecrets(Setting setting) {
        SecretText secret = secret(setting, "signature secret");
        List<String> secrets = secret.lines();
        if (secrets.isEmpty()) {
            throw Failure.data("the signature secret " + secret.source() + " is empty", "put it there, one a line");
        }
        return secrets;
    }

    /** A command's help, as a result. */
    public void showHelp(CommandLine line) {
        printer.text(HelpPage.of(line, colors(host.terminals().out())));
    }

    /** Whether what is coloured on a stream should be. */
    public boolean colors(boolean terminal) {
        return switch (options.color.or("auto")) {
            case "always" -> true;
            case "never" -> false;
            default ->
                set("CLICOLOR_FORCE")
                        || terminal
                                && !set("NO_COLOR")
                                && !"dumb".equals(host.env().get("TERM"));
        };
    }

    private boolean set(String variable) {
        String value = host.env().get(variable);
        return value != null && !value.isEmpty() && !(variable.equals("CLICOLOR_FORCE") && value.equals("0"));
    }
}
