package fbmsg.recording;

import fbmsg.Failure;
import fbmsg.http.Headers;
import fbmsg.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one recording, and says in which line it is none. */
final class RecordingReader {
    private static final Pattern REQUEST_LINE = Pattern.compile("POST (\\S+) HTTP/1\\.[01]");

    private final byte[] bytes;
    private final String named;
    private int at;
    private int line;

    RecordingReader(byte[] bytes, String named) {
        this.bytes = bytes;
        this.named = named;
    }

    /**
     * @throws Failure that names file and line
     */
    Recording read() {
        Matcher first = REQUEST_LINE.matcher(line());
        if (!first.matches()) {
            throw malformed("is not 'POST /PATH HTTP/1.1'");
        }
        if (!Wire.isTarget(first.group(1))) {
            throw malformed("has a path that is none; it begins with '/' and has no characters but those of a URL");
        }
        Headers headers = Headers.NONE;
        for (String text = line(); !text.isEmpty(); text = line()) {
            headers = withField(headers, text);
        }
        byte[] body = Arrays.copyOfRange(bytes, at, bytes.length);
        return new Recording(new Request("POST", first.group(1), headers, body));
    }

    private Headers withField(Headers headers, String text) {
        int colon = text.indexOf(':');
        if (colon < 0 || !Wire.isName(text.substring(0, colon))) {
            throw malformed("is no header field 'NAME: VALUE', and no empty line, after which the body begins");
        }
        String name = text.substring(0, colon);
        String value = text.substring(colon + 1);
        if (!Wire.isValue(value)) {
            throw malformed("has a control character in the value of " + name);
        }
        if (name.equalsIgnoreCase("Transfer-Encoding")) {
            throw malformed("is a Transfer-Encoding, and the body of a recording is in none");
        }
        return headers.with(name, value.strip());
    }

    /** The next line without its end. */
    private String line() {
        line++;
        int end = at;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        if (end == bytes.length) {
            throw malformed(
                    at == end ? "is not there, and no empty line stands before it" : "has no end; the file is cut off");
        }
        int length = end > at && bytes[end - 1] == '\r' ? end - 1 - at : end - at;
        String text = new String(bytes, at, length, StandardCharsets.ISO_8859_1);
        at = end + 1;
        return text;
    }

    private Failure malformed(String how) {
        return Failure.data(
                named + " is no recording of a webhook: line " + line + " " + how, "mend the file, or leave it out");
    }
}
