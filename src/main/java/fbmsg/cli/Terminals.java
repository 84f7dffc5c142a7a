package fbmsg.cli;

/**
 * What stands behind the three streams. Java 17 cannot tell them apart; the launcher can.
 *
 * @param in whether standard input is a terminal
 * @param piped whether standard input is a pipe or a file, so that it may hold a text
 */
public record Terminals(boolean in, boolean out, boolean err, boolean piped) {
    static final Terminals NONE = new Terminals(false, false, false, false);

    /**
     * @param marks the launcher's: {@code 0}, {@code 1}, {@code 2} for a stream that is a terminal, {@code p} for a pipe or
     *     {@code f} for a file on standard input; null without the launcher
     */
    static Terminals of(String marks) {
        return marks == null
                ? NONE
                : new Terminals(
                        marks.indexOf('0') >= 0,
                        marks.indexOf('1') >= 0,
                        marks.indexOf('2') >= 0,
                        marks.indexOf('p') >= 0 || marks.indexOf('f') >= 0);
    }
}
