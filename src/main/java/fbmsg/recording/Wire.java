package fbmsg.recording;

import fbmsg.http.Headers;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** What the parts of a request's head may be made of (RFC 9110 and 9112), and what others become where they stand there. */
final class Wire {
    private static final String NAME_SIGNS = "!#$%&'*+-.^_`|~";
    private static final String TARGET_SIGNS = "-_.!~'()*:@&=+$,;/?";

    private Wire() {}

    /** Whether it is a header field's name. */
    static boolean isName(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> isAlphanumeric(c) || NAME_SIGNS.indexOf(c) >= 0);
    }

    /** Whether it may be a header field's value: one byte a character, none of them a control character. */
    static boolean isValue(String text) {
        return text.chars().allMatch(Headers::isOfValue);
    }

    /** A value on one line: RFC 9110, section 5.5, has what would end it replaced by spaces. */
    static String value(String text) {
        StringBuilder value = new StringBuilder(text.length());
        text.chars().forEach(c -> value.append(Headers.isOfValue(c) ? (char) c : c > 0xff ? '?' : ' '));
        return value.toString().strip();
    }

    /** Whether it is a path, with a query or without, that is valid in a URL. */
    static boolean isTarget(String text) {
        return text.startsWith("/") && text.equals(target(text));
    }

    /** A path as it may stand in a URL: all else in it becomes {@code %XX}. */
    static String target(String path) {
        StringBuilder target = new StringBuilder(path.startsWith("/") ? "" : "/");
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (isAlphanumeric(c) || TARGET_SIGNS.indexOf(c) >= 0 || c == '%' && isEscape(path, i)) {
                target.append(c);
            } else if (c <= 0xff) {
                escape(target, (byte) c); // it came as one byte
            } else {
                int character = path.codePointAt(i);
                for (byte b : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
                    escape(target, b);
                }
                i += Character.charCount(character) - 1;
            }
        }
        return target.toString();
    }

    private static void escape(StringBuilder target, byte b) {
        target.append(String.format("%%%02X", b));
    }

    private static boolean isEscape(String path, int at) {
        return at + 2 < path.length()
                && HexFormat.isHexDigit(path.charAt(at + 1))
                && HexFormat.isHexDigit(path.charAt(at + 2));
    }

    private static boolean isAlphanumeric(int c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }
}
