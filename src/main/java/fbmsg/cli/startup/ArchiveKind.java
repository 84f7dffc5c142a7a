package fbmsg.cli.startup;

import java.util.List;
import java.util.Locale;

/**
 * Commands that share an archive. One for all would be slower: from Java 25 on, a JVM takes in all of an archive when it
 * starts, needed or not. The launcher knows which command goes with which.
 */
enum ArchiveKind {
    /** What only says something. */
    START("link", "config get application_id", "--help"),

    JWT("jwt"),

    /** What sends. */
    SEND("send --to 1111111111111111 --text Hi", "reply --text Thanks!"),

    /** What serves. */
    LISTEN("listen --port 0 --port-file " + Exercise.PORT_FILE + " --timeout 60s");

    private final List<String> commandLines;

    ArchiveKind(String... commandLines) {
        this.commandLines = List.of(commandLines);
    }

    /** The command lines that show the JVM what such commands need: words with a space between. */
    List<String> commandLines() {
        return commandLines;
    }

    String fileName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
