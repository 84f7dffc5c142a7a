package fbmsg.jwt;

import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The blocks of a PEM text (RFC 7468), read leniently: CRLF, a byte order mark, spaces for newlines, and one-line text
 * with {@code \n} escapes as environment variables hold it.
 */
record Pem(String text) {
    private static final Pattern BEGIN = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----");

    static Pem of(String raw) {
        return new Pem(raw.replace("\uFEFF", "").replace("\\r", "").replace("\\n", "\n"));
    }

    /** What stands between the markers of the first block of that label, if its two markers are there. */
    Optional<String> block(String label) {
        String begin = "-----BEGIN " + label + "-----";
        int from = text.indexOf(begin) + begin.length();
        int to = has(label) ? text.indexOf("-----END " + label + "-----", from) : -1;
        return to < 0 ? Optional.empty() : Optional.of(text.substring(from, to));
    }

    boolean has(String label) {
        return text.contains("-----BEGIN " + label + "-----");
    }

    /** The label of the first block, in lower case, for messages. */
    Optional<String> firstLabel() {
        Matcher begin = BEGIN.matcher(text);
        return begin.find() ? Optional.of(begin.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    /** The bytes of a block's inside. */
    static Optional<byte[]> bytes(String inside) {
        try {
            return Optional.of(Base64.getDecoder().decode(inside.replaceAll("\\s", "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
