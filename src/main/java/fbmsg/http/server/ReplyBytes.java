package fbmsg.http.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import fbmsg.http.syntax.RequestHead;
import java.nio.ByteBuffer;

/** An answer as it stands on the wire (RFC 9112). */
final class ReplyBytes {
    /** A body up to that is written together with its head. */
    private static final int SMALL = 16 << 10;

    private static final byte[] NOTHING = {};

    private final Answer answer;
    private final boolean old;
    private final boolean headOnly;
    private final StringBuilder head = new StringBuilder(300);
    private boolean kept;

    private ReplyBytes(Answer answer, RequestHead request, boolean kept) {
        this.answer = answer;
        this.old = request != null && request.old();
        this.headOnly = request != null && request.method().equals("HEAD");
        this.kept = kept;
    }

    /**
     * The head is made at once.
     *
     * @param request null if it could not be read
     * @param kept whether another request may follow on the connection
     * @throws IllegalArgumentException if a header field holds a control character
     */
    static ReplyBytes of(Answer answer, RequestHead request, boolean kept) {
        ReplyBytes bytes = new ReplyBytes(answer, request, kept);
        bytes.makeHead();
        return bytes;
    }

    /** Whether another request may follow, as the answer says. */
    boolean kept() {
        return kept;
    }

    /** Whether {@link Answer#writeTo} is to follow. */
    boolean streamed() {
        return answer.streamed() && !headOnly;
    }

    boolean chunked() {
        return streamed() && !old;
    }

    /** All of it, or the head where the body is large or streamed. */
    ByteBuffer start() {
        byte[] body = smallBody();
        int length = head.length();
        byte[] all = new byte[length + body.length];
        byte[] text = head.toString().getBytes(ISO_8859_1);
        System.arraycopy(text, 0, all, 0, length);
        System.arraycopy(body, 0, all, length, body.length);
        return ByteBuffer.wrap(all);
    }

    /** What follows the start, unless it is streamed; may be empty. */
    ByteBuffer rest() {
        return ByteBuffer.wrap(hasBody() && answer.body().length > SMALL ? answer.body() : NOTHING);
    }

    private byte[] smallBody() {
        return hasBody() && answer.body().length <= SMALL ? answer.body() : NOTHING;
    }

    private boolean hasBody() {
        return !headOnly && !answer.streamed() && mayHaveBody();
    }

    private boolean mayHaveBody() {
        return answer.status() >= 200 && answer.status() != 204 && answer.status() != 304;
    }

    private void makeHead() {
        head.append("HTTP/1.1 ").append(answer.status()).append(' ').append(reason(answer.status()));
        head.append("\r\n");
        kept &= !streamed() || !old;
        for (int i = 0; i < answer.fields(); i++) {
            given(answer.name(i), answer.value(i));
        }
        if (answer.streamed()) {
            if (chunked()) {
                field("Transfer-Encoding", "chunked");
            }
        } else if (mayHaveBody()) {
            field("Content-Length", Integer.toString(answer.body().length));
        }
        if (!kept) {
            field("Connection", "close");
        } else if (old) {
            field("Connection", "keep-alive");
        }
        head.append("\r\n");
    }

    /** How a body is framed is not for whoever answers to say. */
    private void given(String name, String value) {
        if (name.equalsIgnoreCase("Content-Length") || name.equalsIgnoreCase("Transfer-Encoding")) {
            return;
        }
        if (name.equalsIgnoreCase("Connection")) {
            kept &= !value.equalsIgnoreCase("close");
            return;
        }
        check(name);
        check(value);
        field(name, value);
    }

    private void field(String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }

    /** With a line end in it, a value from elsewhere would be more than a value. */
    private static void check(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\t' || c == 0x7f) {
                throw new IllegalArgumentException("a reply's header field holds a control character");
            }
        }
    }

    private static String reason(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 201 -> "Created";
            case 202 -> "Accepted";
            case 204 -> "No Content";
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 408 -> "Request Timeout";
            case 409 -> "Conflict";
            case 413 -> "Content Too Large";
            case 415 -> "Unsupported Media Type";
            case 417 -> "Expectation Failed";
            case 422 -> "Unprocessable Content";
            case 429 -> "Too Many Requests";
            case 431 -> "Request Header Fields Too Large";
            case 500 -> "Internal Server Error";
            case 501 -> "Not Implemented";
            case 503 -> "Service Unavailable";
            case 505 -> "HTTP Version Not Supported";
            default -> ""; // a phrase is for people, and may be missing
        };
    }
}
