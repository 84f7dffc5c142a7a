package fbmsg.json;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;

/** Documents to text, and text to less text. Never changes a token: numbers and escapes stay as they were. */
public final class JsonText {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private JsonText() {}

    /** On one line, without white space. */
    public static String compact(Document document) {
        return document.match(new Printer(new StringBuilder(), -1)).toString();
    }

    /** Two spaces a level, and a final newline: for files that people edit. */
    public static String indented(Document document) {
        return document.match(new Printer(new StringBuilder(), 0)).append('\n').toString();
    }

    /** A JSON string: quotes, backslashes, control characters and lone surrogates escaped, all else as it is. */
    public static void quote(String value, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20 || c == 0x7f || isLone(value, i)) {
                        escape(c, out);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /** The same JSON without its insignificant white space: every other byte stays. Works on anything, even malformed. */
    public static byte[] minify(byte[] utf8) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(utf8.length);
        boolean quoted = false;
        for (int i = 0; i < utf8.length; i++) {
            byte b = utf8[i];
            if (quoted) {
                out.write(b);
                if (b == '\\' && i + 1 < utf8.length) {
                    out.write(utf8[++i]);
                } else if (b == '"') {
                    quoted = false;
                }
            } else if (b != ' ' && b != '\t' && b != '\n' && b != '\r') {
                out.write(b);
                quoted = b == '"';
            }
        }
        return out.toByteArray();
    }

    /** Appends values; depth is the level of indentation, negative for none at all. */
    private record Printer(StringBuilder out, int depth) implements Document.Cases<StringBuilder> {
        @Override
        public StringBuilder object(Map<String, Document> members) {
            out.append('{');
            Printer inner = inner();
            String comma = "";
            for (Map.Entry<String, Document> member : members.entrySet()) {
                out.append(comma);
                inner.newline();
                quote(member.getKey(), out);
                out.append(depth < 0 ? ":" : ": ");
                member.getValue().match(inner);
                comma = ",";
            }
            return close(members.isEmpty(), '}');
        }

        @Override
        public StringBuilder array(List<Document> items) {
            out.append('[');
            Printer inner = inner();
            String comma = "";
            for (Document item : items) {
                out.append(comma);
                inner.newline();
                item.match(inner);
                comma = ",";
            }
            return close(items.isEmpty(), ']');
        }

        @Override
        public StringBuilder string(String value) {
            quote(value, out);
            return out;
        }

        @Override
        public StringBuilder number(String token) {
            return out.append(token);
        }

        @Override
        public StringBuilder literal(String token) {
            return out.append(token);
        }

        private Printer inner() {
            return depth < 0 ? this : new Printer(out, depth + 1);
        }

        private StringBuilder close(boolean empty, char bracket) {
            if (!empty) {
                newline();
            }
            return out.append(bracket);
        }

        private void newline() {
            if (depth >= 0) {
                out.append('\n').append("  ".repeat(depth));
            }
        }
    }

    private static boolean isLone(String value, int i) {
        char c = value.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == value.length() || !Character.isLowSurrogate(value.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(value.charAt(i - 1)));
    }

    private static void escape(char c, StringBuilder out) {
        out.append("\\u")
                .append(HEX[c >> 12])
                .append(HEX[c >> 8 & 15])
                .append(HEX[c >> 4 & 15])
                .append(HEX[c & 15]);
    }
}
