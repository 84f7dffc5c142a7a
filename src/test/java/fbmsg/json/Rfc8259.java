package fbmsg.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * The grammar of JSON (RFC 8259) as it stands there, in UTF-8; to compare a parser with. Stricter in names: none twice in an
 * object, none with half of a surrogate pair, which jackson refuses there.
 */
final class Rfc8259 {
    private final String text;
    private int at;

    private Rfc8259(String text) {
        this.text = text;
    }

    static boolean accepts(byte[] utf8, int deepest) {
        String text = new String(utf8, StandardCharsets.UTF_8);
        if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), utf8)) {
            return false; // what is not UTF-8 was replaced
        }
        Rfc8259 json = new Rfc8259(text);
        return json.value(deepest) && json.at == text.length();
    }

    private boolean value(int depth) {
        space();
        boolean value = switch (peek()) {
            case '{' -> depth > 0 && object(depth - 1);
            case '[' -> depth > 0 && array(depth - 1);
            case '"' -> string() != null;
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        };
        space();
        return value;
    }

    private boolean object(int depth) {
        Set<String> names = new HashSet<>();
        at++;
        space();
        if (word("}")) {
            return true;
        }
        do {
            space();
            String name = peek() == '"' ? string() : null;
            space();
            if (name == null || hasHalfAPair(name) || !names.add(name) || !word(":") || !value(depth)) {
                return false;
            }
        } while (word(","));
        return word("}");
    }

    private boolean array(int depth) {
        at++;
        space();
        if (word("]")) {
            return true;
        }
        do {
            if (!value(depth)) {
                return false;
            }
        } while (word(","));
        return word("]");
    }

    /** What it stands for; null if it is none. */
    private String string() {
        StringBuilder value = new StringBuilder();
        at++;
        while (peek() >= 0x20 && peek() != '"') {
            char c = text.charAt(at++);
            if (c != '\\') {
                value.append(c);
            } else if (peek() == 'u') {
                int to = Math.min(at + 5, text.length());
                String hex = text.substring(at + 1, to);
                if (!hex.matches("[0-9a-fA-F]{4}")) {
                    return null;
                }
                value.append((char) Integer.parseInt(hex, 16));
                at = to;
            } else {
                int escape = peek() < 0 ? -1 : "\"\\/bfnrt".indexOf(peek());
                if (escape < 0) {
                    return null;
                }
                value.append("\"\\/\b\f\n\r\t".charAt(escape));
                at++;
            }
        }
        return word("\"") ? value.toString() : null;
    }

    private static boolean hasHalfAPair(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private boolean number() {
        word("-");
        if (!word("0") && !digits()) {
            return false;
        }
        if (word(".") && !digits()) {
            return false;
        }
        if (word("e") || word("E")) {
            if (!word("+")) {
                word("-");
            }
            return digits();
        }
        return true;
    }

    private boolean digits() {
        int from = at;
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
        return at > from;
    }

    private void space() {
        while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') {
            at++;
        }
    }

    private boolean word(String word) {
        boolean there = text.startsWith(word, at);
        at += there ? word.length() : 0;
        return there;
    }

    /** The next character; -1 at the end. */
    private int peek() {
        return at < text.length() ? text.charAt(at) : -1;
    }
}
