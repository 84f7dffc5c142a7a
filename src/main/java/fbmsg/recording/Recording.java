package fbmsg.recording;

import fbmsg.Failure;
import fbmsg.http.Headers;
import fbmsg.http.Request;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * A webhook in the form that a file keeps it in, which is that of the wire: {@code POST /path HTTP/1.1}, the header fields, an
 * empty line, the body's own bytes.
 *
 * @param request a POST
 */
public record Recording(Request request) {
    /** Far more than any receiver takes. */
    private static final int LARGEST = 64 << 20;

    /** Of the connection that it came on, beside those that always are: of any other they would lie, and the body is whole. */
    private static final Set<String> OF_ITS_CONNECTION = Set.of("expect", "http2-settings");

    /** What whoever sends it again says itself, beside those of the connection. */
    private static final Set<String> OF_THE_SENDER =
            Set.of("accept-encoding", "authorization", "content-length", "host", "proxy-authorization");

    public Recording {
        if (!request.method().equals("POST")) {
            throw new IllegalArgumentException("a webhook is a POST, not " + request.method());
        }
    }

    /**
     * The file, readable by {@link #read}: lines end in CR LF, fields stand in their order and case, {@code Content-Length} is
     * that of the body, fields of the connection are left out. What could not stand in a line is made harmless.
     */
    public byte[] bytes() {
        StringBuilder head = new StringBuilder("POST " + Wire.target(request.path()) + " HTTP/1.1\r\n");
        String length = String.valueOf(request.body().length);
        boolean measured = false;
        for (Headers.Field field : request.headers().fields()) {
            boolean ofLength = field.name().equalsIgnoreCase("Content-Length");
            if (isOfConnection(field) || !Wire.isName(field.name()) || ofLength && measured) {
                continue;
            }
            measured |= ofLength;
            line(head, field.name(), ofLength ? length : Wire.value(field.value()));
        }
        if (!measured) {
            line(head, "Content-Length", length);
        }
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = new byte[start.length + request.body().length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(request.body(), 0, whole, start.length, request.body().length);
        return whole;
    }

    /**
     * Reads a file. Lines may end in LF alone; the body is all that comes after the empty line, whatever
     * {@code Content-Length} says.
     *
     * @param named what people call it
     * @throws Failure if it is not there, or no recording: then it names the line
     */
    public static Recording read(Path file, String named) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw Failure.data(named + " is longer than " + LARGEST + " bytes", "no webhook is; leave it out");
            }
            return new RecordingReader(bytes, named).read();
        } catch (NoSuchFileException e) {
            throw Failure.missing(named + " does not exist", "check the path");
        } catch (IOException e) {
            throw Failure.missing(named + " cannot be read: " + e.getMessage(), "check the path and its mode");
        }
    }

    /** What {@code Content-Length} says if that is not the body's length: somebody has edited the file, or cut it off. */
    public Optional<String> otherLength() {
        return request.headers()
                .first("Content-Length")
                .filter(said -> !said.equals(String.valueOf(request.body().length)));
    }

    /** Whether its path cannot be posted to since secrets of its query are not in the file. */
    public boolean lacksQuery() {
        return Redaction.isIn(request.path());
    }

    /**
     * The webhook as it may be sent again: without a signature, what was redacted, and the fields that the sender and its
     * connection say themselves.
     */
    public Request again(String path) {
        Headers headers = Headers.NONE;
        for (Headers.Field field : request.headers().fields()) {
            boolean goesAlong = !isOfConnection(field) && !field.isOneOf(OF_THE_SENDER);
            if (goesAlong && !field.value().equals(Redaction.MARK)) {
                headers = headers.with(field.name(), field.value());
            }
        }
        return new Request("POST", path, headers, request.body());
    }

    private static boolean isOfConnection(Headers.Field field) {
        return field.isOneOf(Headers.OF_ONE_CONNECTION) || field.isOneOf(OF_ITS_CONNECTION);
    }

    private static void line(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }
}
