package fbmsg.http.syntax;

import java.util.Arrays;

/**
 * Makes a request's head of its bytes (RFC 9112). Strict wherever leniency lets two readers see two requests; a line may end
 * without its carriage return.
 */
public final class HeadParser {
    private final byte[] bytes;
    private final int end;
    private final int mostFields;
    private final Framing framing = new Framing();
    private int at;
    private String[] fields = new String[24];
    private int count;

    private HeadParser(byte[] bytes, int from, int to, int mostFields) {
        this.bytes = bytes;
        this.at = from;
        this.end = to;
        this.mostFields = mostFields;
    }

    /**
     * Where the head ends, that is behind its empty line.
     *
     * @return -1 if the end has not come yet; the next search may begin two bytes before {@code to}
     */
    public static int end(byte[] bytes, int from, int to) {
        for (int i = from; i < to - 1; i++) {
            if (bytes[i] == '\n') {
                if (bytes[i + 1] == '\n') {
                    return i + 2;
                }
                if (bytes[i + 1] == '\r' && i + 2 < to && bytes[i + 2] == '\n') {
                    return i + 3;
                }
            }
        }
        return -1;
    }

    /**
     * @param from where the request line begins
     * @param to behind the empty line
     * @throws BadRequest 400, 417, 431, 501 or 505
     */
    public static RequestHead parse(byte[] bytes, int from, int to, int mostFields) throws BadRequest {
        return new HeadParser(bytes, from, to, mostFields).head();
    }

    private RequestHead head() throws BadRequest {
        int lineEnd = lineEnd();
        String method = method(lineEnd);
        int target = at;
        while (at < lineEnd && bytes[at] != ' ') {
            at++;
        }
        int targetEnd = at;
        boolean old = version(lineEnd);
        String path = Target.of(bytes, target, targetEnd, method);
        nextLine(lineEnd);
        for (lineEnd = lineEnd(); lineEnd > at; lineEnd = lineEnd()) {
            field(lineEnd);
            nextLine(lineEnd);
        }
        framing.check(old);
        return new RequestHead(
                method,
                path,
                old,
                Arrays.copyOf(fields, count),
                framing.length(),
                framing.asksToGoOn(old),
                framing.persistent(old));
    }

    private String method(int lineEnd) throws BadRequest {
        int from = at;
        while (at < lineEnd && Octets.isOfToken(bytes[at])) {
            at++;
        }
        if (at == from || at == lineEnd || bytes[at] != ' ') {
            throw new BadRequest(400, "the request line is malformed");
        }
        return Octets.text(bytes, from, at++);
    }

    /** Whether it is 1.0; what comes after 1.1 in its line is to be understood as 1.1. */
    private boolean version(int lineEnd) throws BadRequest {
        String version = Octets.text(bytes, at, lineEnd);
        if (version.length() != 9 || !version.startsWith(" HTTP/") || version.charAt(7) != '.') {
            throw new BadRequest(400, "the request line is malformed");
        }
        char major = version.charAt(6);
        char minor = version.charAt(8);
        if (major < '0' || major > '9' || minor < '0' || minor > '9') {
            throw new BadRequest(400, "the request line is malformed");
        }
        if (major != '1') {
            throw new BadRequest(505, "only HTTP/1 is spoken here");
        }
        return minor == '0';
    }

    private void field(int lineEnd) throws BadRequest {
        int from = at;
        while (at < lineEnd && Octets.isOfToken(bytes[at])) {
            at++;
        }
        if (at == from || at == lineEnd || bytes[at] != ':') {
            throw new BadRequest(400, "a header field is malformed"); // folded lines and blanks before the colon, too
        }
        if (count == 2 * mostFields) {
            throw new BadRequest(431, "there are more than " + mostFields + " header fields");
        }
        String name = Octets.text(bytes, from, at);
        String value = value(at + 1, lineEnd);
        if (count == fields.length) {
            fields = Arrays.copyOf(fields, 2 * count);
        }
        fields[count++] = name;
        fields[count++] = value;
        framing.see(name, value);
    }

    private String value(int from, int lineEnd) throws BadRequest {
        int start = from;
        int stop = lineEnd;
        while (start < stop && Octets.isBlank(bytes[start])) {
            start++;
        }
        while (stop > start && Octets.isBlank(bytes[stop - 1])) {
            stop--;
        }
        for (int i = start; i < stop; i++) {
            if (!Octets.isOfText(bytes[i])) {
                throw new BadRequest(400, "a header field holds a control character");
            }
        }
        return Octets.text(bytes, start, stop);
    }

    /** Where the line's text ends; there is an end, as the empty line was found. */
    private int lineEnd() {
        int i = at;
        while (i < end && bytes[i] != '\n') {
            i++;
        }
        return i > at && bytes[i - 1] == '\r' ? i - 1 : i;
    }

    private void nextLine(int lineEnd) {
        at = lineEnd + (bytes[lineEnd] == '\r' ? 2 : 1);
    }
}
