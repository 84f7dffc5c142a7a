package fbmsg.cli.talk.listen.sink;

import fbmsg.json.Document;
import fbmsg.webhook.Received;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * An event as assignments of a POSIX shell: {@code FBMSG_FROM='…' FBMSG_TEXT='…'}, on one line whatever the values hold.
 *
 * <p>A line end within quotes would be safe for {@code eval "$(…)"}, but a loop that evaluates line by line would run what a
 * stranger typed on the second one. All variables are assigned each time: else a loop would see those of the event before.
 */
final class ShellLine {
    /** Members of the record; a point makes an underscore. Only ever added to. */
    private static final List<String> FIELDS = List.of(
            "v",
            "event",
            "message_uuid",
            "from",
            "to",
            "timestamp",
            "type",
            "text",
            "url",
            "file",
            "status",
            "client_ref",
            "error.code",
            "error.title",
            "error.detail",
            "usage.currency",
            "usage.price",
            "signature");

    private final StringBuilder line = new StringBuilder();
    private boolean dropped;

    private ShellLine() {}

    /** All the names that it assigns to. */
    static List<String> variables() {
        return Stream.concat(FIELDS.stream(), Stream.of("payload"))
                .map(ShellLine::variable)
                .toList();
    }

    private static String variable(String field) {
        return "FBMSG_" + field.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    static ShellLine of(Received received) {
        ShellLine shell = new ShellLine();
        Document record = received.record();
        for (String field : FIELDS) {
            shell.assign(field, record.textOrNumber(field).orElse(""));
        }
        shell.assign("payload", received.payload());
        return shell;
    }

    /** Without its end. */
    String line() {
        return line.toString();
    }

    /** Whether a value had a NUL, which no shell can hold. */
    boolean dropped() {
        return dropped;
    }

    private void assign(String field, String value) {
        String name = variable(field);
        line.append(line.length() == 0 ? "" : " ").append(name).append('=');
        if (value.indexOf('\0') >= 0) {
            dropped = true;
        }
        String holdable = value.replace("\0", "");
        if (holdable.chars().anyMatch(ShellLine::isControl)) {
            // the X keeps line ends at the end, which $( ) would drop
            line.append("\"$(printf '");
            appendFormat(holdable);
            line.append("X')\" ").append(name).append("=\"${").append(name).append("%X}\"");
        } else {
            line.append('\'').append(holdable.replace("'", "'\\''")).append('\'');
        }
    }

    /**
     * A format of {@code printf} that prints the value: control characters in octal, and a minus at the start too, which would
     * make an option of it.
     */
    private void appendFormat(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (isControl(c) || i == 0 && c == '-') {
                line.append('\\')
                        .append((char) ('0' + c / 64))
                        .append((char) ('0' + c / 8 % 8))
                        .append((char) ('0' + c % 8));
            } else if (c == '%' || c == '\\') {
                line.append(c).append(c);
            } else if (c == '\'') {
                line.append("'\\''");
            } else {
                line.append(c);
            }
        }
    }

    private static boolean isControl(int c) {
        return c < 0x20 || c == 0x7f;
    }
}
