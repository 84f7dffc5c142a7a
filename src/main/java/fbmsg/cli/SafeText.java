package fbmsg.cli;

/** Text from strangers, made fit for a terminal: what would move its cursor or turn its writing is shown, not sent. */
public final class SafeText {
    private SafeText() {}

    /** Control characters and bidirectional overrides as {@code \u001b}; line ends and tabs too. */
    public static String shown(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.isISOControl(c) || isBidiControl(c) || c == 0x2028 || c == 0x2029) {
                out.append(String.format("\\u%04x", c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    private static boolean isBidiControl(int c) {
        return c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069 || c == 0x200e || c == 0x200f || c == 0x061c;
    }
}
