package fbmsg.recording;

import fbmsg.Failure;
import fbmsg.fuzz.FuzzTest;
import fbmsg.http.Headers;
import fbmsg.http.Request;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Any file is a recording or refused, and what was read is written as it reads. Any request is kept so that it is read again,
 * its body byte for byte, and can be sent; what may be a secret is not in the file.
 */
class RecordingFuzzTest extends FuzzTest {
    private static final String SECRET = "tops3cret-tops3cret";

    @Override
    public List<byte[]> seeds() {
        return Stream.of(
                        "POST / HTTP/1.1\r\n\r\n",
                        "POST /in?token=abc&x=%20 HTTP/1.1\r\nHost: a.example\r\nContent-Type: application/json\r\n"
                                + "Content-Length: 2\r\nAuthorization: Bearer a.b.c\r\n\r\n{}",
                        "POST /caf\u00e9 HTTP/1.0\nContent-Length: 99\nx-Empty:\nVia:\t1.1 a , 1.1 b \n\n\r\n\0\u00ff body\r\n",
                        "POST /in HTTP/1.1\r\nTransfer-Encoding: chunked\r\nConnection: close\r\nExpect: 100-continue\r\n\r\n0\r\n\r\n",
                        "POST /in HTTP/1.1\r\nContent-Type: application/json\r\n\r\n{\"channel\":\"messenger\",\"message_uuid\":\"a/../b\","
                                + "\"to\":\"1\",\"from\":\"2\",\"timestamp\":\"\",\"message_type\":\"unsupported\"}")
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
                .toList();
    }

    @Override
    protected List<String> words() {
        return List.of(
                "\r\n",
                "\n",
                "\r",
                ":",
                ": ",
                " ",
                "\t",
                "?",
                "&",
                "=",
                "%",
                "%zz",
                "%2",
                "\uff12",
                "\u0661",
                "\ud83d\ude00",
                "#",
                "[",
                "//",
                "\\",
                "\"",
                "POST ",
                "GET ",
                " HTTP/1.1",
                "Content-Length: 5\r\n",
                "Transfer-Encoding: x\r\n",
                "Host:",
                "REDACTED",
                "\u0085",
                "é",
                "\0",
                "/../",
                "@h",
                "~");
    }

    @Override
    protected int inputs() {
        return 2_500;
    }

    @Override
    protected List<String> outcomes() {
        return List.of("a recording", "none");
    }

    @Override
    public void check(byte[] input) {
        file(input);
        String text = new String(input, StandardCharsets.UTF_8);
        request(text, input);
        request(new String(input, StandardCharsets.ISO_8859_1), input);
        String name = FileName.of(Instant.EPOCH, body(text, input)).with(input.length);
        holds(name.matches("[A-Za-z0-9._-]{1,160}"), "a name for any file system");
    }

    private void file(byte[] input) {
        Recording recording;
        try {
            recording = new RecordingReader(input, "F").read();
            met("a recording");
        } catch (Failure e) {
            holds(e.kind() == Failure.Kind.DATA && e.getMessage().contains(": line "), "it says where");
            met("none");
            return;
        }
        byte[] body = recording.request().body();
        same(body, Arrays.copyOfRange(input, input.length - body.length, input.length), "body");
        again(recording.request(), recording.bytes());
    }

    /** One as a listener gives it, of any parts. */
    private static void request(String text, byte[] input) {
        String[] lines = text.split("\n", 5);
        Headers headers = Headers.of("Authorization", SECRET).with("x-" + lines[0].length(), SECRET);
        for (String line : lines) {
            int colon = line.indexOf(':');
            headers = headers.with(colon < 0 ? "Via" : line.substring(0, colon), line.substring(colon + 1));
        }
        String path = lines[0].replaceFirst("POST ", "") + (lines[0].contains("?") ? "&t=" + SECRET : "?" + SECRET);
        Request request = new Request("POST", path, headers, input);

        again(request, new Recording(request).bytes());
        Request redacted = Redaction.of(request);
        byte[] kept = new Recording(redacted).bytes();
        again(redacted, kept);
        String head = new String(kept, 0, kept.length - input.length, StandardCharsets.ISO_8859_1);
        holds(text.contains(SECRET) || !head.contains(SECRET), "no secret is in the file");
    }

    private static void again(Request request, byte[] file) {
        Recording read = new RecordingReader(file, "F").read();
        same(read.request().body(), request.body(), "body");
        same(read.bytes(), file, "written again");
        same(read.otherLength(), Optional.empty(), "another length");
        Request sent = read.again(read.request().path());
        holds(!read.lacksQuery() || request.path().contains("?"), "no query is missing where there was none");
        URI.create("http://127.0.0.1" + sent.path());
        for (Headers.Field field : sent.headers().fields()) {
            holds(Wire.isName(field.name()) && Wire.isValue(field.value()), "it can be sent");
        }
    }

    private static byte[] body(String text, byte[] input) {
        int end = text.indexOf("\r\n\r\n");
        return end < 0 ? input : text.substring(end + 4).getBytes(StandardCharsets.UTF_8);
    }
}
