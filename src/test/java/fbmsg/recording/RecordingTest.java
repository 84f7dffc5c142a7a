package fbmsg.recording;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fbmsg.Failure;
import fbmsg.http.Headers;
import fbmsg.http.Request;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The form of the file, both ways. */
class RecordingTest {
    private static final byte[] ODD = {'{', 0, '\r', '\n', '\r', '\n', (byte) 0xff, (byte) 0xc3, '\n', '}', '\n'};

    @TempDir
    Path folder;

    private static Request post(String path, Headers headers, byte[] body) {
        return new Request("POST", path, headers, body);
    }

    private static String written(Request request) {
        return new String(new Recording(request).bytes(), ISO_8859_1);
    }

    private Recording read(byte[] bytes) throws IOException {
        return Recording.read(Files.write(folder.resolve("a.http"), bytes), "a.http");
    }

    private Recording read(String text) throws IOException {
        return read(text.getBytes(ISO_8859_1));
    }

    @Test
    void standsAsOnTheWire() {
        Headers headers = Headers.of("Host", "example.ngrok.app")
                .with("content-TYPE", "application/json")
                .with("X-Two", "b")
                .with("Content-Length", "2")
                .with("X-Two", "a");

        assertThat(written(post("/in?x=%20", headers, new byte[] {'{', '}'}))).isEqualTo("""
                POST /in?x=%20 HTTP/1.1\r
                Host: example.ngrok.app\r
                content-TYPE: application/json\r
                X-Two: b\r
                Content-Length: 2\r
                X-Two: a\r
                \r
                {}""");
    }

    @Test
    void theBodyComesBackByteForByte() throws IOException {
        Recording back = read(new Recording(post("/", Headers.NONE, ODD)).bytes());

        assertThat(back.request().body()).isEqualTo(ODD);
        assertThat(back.request().headers()).hasToString("[Field[name=Content-Length, value=11]]");
        assertThat(back.otherLength()).isEmpty();
    }

    /** The body has been put together: as chunked, or with somebody's length, no server would read it. */
    @Test
    void saysNothingOfTheConnectionThatItCameOn() {
        Headers headers = Headers.of("Transfer-Encoding", "chunked")
                .with("Connection", "keep-alive, X")
                .with("TE", "trailers")
                .with("Expect", "100-continue")
                .with("Upgrade", "h2c")
                .with("Content-Length", "999")
                .with("content-length", "4")
                .with("X", "1");

        assertThat(written(post("/", headers, new byte[3])))
                .isEqualTo("POST / HTTP/1.1\r\nContent-Length: 3\r\nX: 1\r\n\r\n\0\0\0");
    }

    @Test
    void nobodyWritesLinesIntoTheHead() {
        Headers headers = Headers.of("X", "a\r\nAuthorization: b\n\r\nbody\0\u0101")
                .with("Y: 1\r\nZ", "c")
                .with("", "d");

        assertThat(written(post("/a\r\nHost: x\u00e9\ud83d\ude00%4g#", headers, new byte[0])))
                .isEqualTo("POST /a%0D%0AHost:%20x%E9%F0%9F%98%80%254g%23 HTTP/1.1\r\n"
                        + "X: a  Authorization: b   body ?\r\nContent-Length: 0\r\n\r\n");
    }

    /** Digits of other scripts passed for those of an escape: the path was written so that it could not be read. */
    @Test
    void onlyAsciiDigitsMakeAnEscape() {
        assertThat(Wire.target("/%\uff12\uff10%2\u0660%2f")).isEqualTo("/%25%EF%BC%92%EF%BC%90%252%D9%A0%2f");
    }

    /** Whatever is written can be read, and what is read can be sent: its path is one of a URL, its fields are on a line. */
    @Test
    void readsAllThatItWrites() throws IOException {
        Random random = new Random(7);
        for (int i = 0; i < 3000; i++) {
            Headers headers = Headers.NONE;
            for (int n = random.nextInt(4); n > 0; n--) {
                headers = headers.with(characters(random), characters(random));
            }
            byte[] body = new byte[random.nextInt(20)];
            random.nextBytes(body);
            String path = characters(random);
            byte[] bytes = new Recording(post(path, headers, body)).bytes();

            Recording back = read(bytes);

            assertThat(back.request().body()).isEqualTo(body);
            assertThat(back.bytes()).isEqualTo(bytes);
            assertThat(URI.create("http://127.0.0.1" + back.request().path()).getHost())
                    .isEqualTo("127.0.0.1");
        }
    }

    private static String characters(Random random) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(8); n > 0; n--) {
            text.append((char) (random.nextInt(20) == 0 ? random.nextInt(0x10000) : random.nextInt(0x100)));
        }
        // white space around a value is none of it
        return text.toString().strip();
    }

    @Test
    void readsWhatAnEditorLeaves() throws IOException {
        Recording edited =
                read("POST /a%2Fb?c=d HTTP/1.0\nHost:x \ncontent-length: 2\r\nX-Empty:\n\n{\"text\":\"longer\"}\n");

        assertThat(edited.request().path()).isEqualTo("/a%2Fb?c=d");
        assertThat(edited.request().headers())
                .hasToString("[Field[name=Host, value=x], Field[name=content-length, value=2],"
                        + " Field[name=X-Empty, value=]]");
        assertThat(new String(edited.request().body(), UTF_8)).isEqualTo("{\"text\":\"longer\"}\n");
        assertThat(edited.otherLength()).contains("2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                   | line 1 is not there, and no empty line stands before it
            POST / HTTP/1.1                      | line 1 has no end; the file is cut off
            {"text":"a record"}~                 | line 1 is not 'POST /PATH HTTP/1.1'
            GET / HTTP/1.1~~                     | line 1 is not 'POST /PATH HTTP/1.1'
            POST /a b HTTP/1.1~~                 | line 1 is not 'POST /PATH HTTP/1.1'
            POST / HTTP/2~~                      | line 1 is not 'POST /PATH HTTP/1.1'
            ~POST / HTTP/1.1~~                   | line 1 is not 'POST /PATH HTTP/1.1'
            POST http://a/b HTTP/1.1~~           | line 1 has a path that is none; it begins with '/' and has no characters but those of a URL
            POST /%4g HTTP/1.1~~                 | line 1 has a path that is none; it begins with '/' and has no characters but those of a URL
            POST /a#b HTTP/1.1~~                 | line 1 has a path that is none; it begins with '/' and has no characters but those of a URL
            POST / HTTP/1.1~Host: a~             | line 3 is not there, and no empty line stands before it
            POST / HTTP/1.1~Host: a~Acc          | line 3 has no end; the file is cut off
            POST / HTTP/1.1~Host: a~{}~          | line 3 is no header field 'NAME: VALUE', and no empty line, after which the body begins
            POST / HTTP/1.1~X : a~~              | line 2 is no header field 'NAME: VALUE', and no empty line, after which the body begins
            POST / HTTP/1.1~X: a~ b~~            | line 3 is no header field 'NAME: VALUE', and no empty line, after which the body begins
            POST / HTTP/1.1~X: a^b~~             | line 2 has a control character in the value of X
            POST / HTTP/1.1~transfer-encoding: chunked~~2^{} | line 2 is a Transfer-Encoding, and the body of a recording is in none
            """)
    void namesTheLineInWhichItIsNone(String text, String how) {
        assertThatThrownBy(() -> read(text.replace('~', '\n').replace('^', '\r')))
                .hasMessage("a.http is no recording of a webhook: " + how + "; mend the file, or leave it out")
                .isInstanceOfSatisfying(Failure.class, e -> assertThat(e.kind()).isEqualTo(Failure.Kind.DATA));
    }

    @Test
    void whatIsMissingIsNotMalformed() {
        assertThatThrownBy(() -> Recording.read(folder.resolve("no"), "no"))
                .hasMessage("no does not exist; check the path")
                .isInstanceOfSatisfying(Failure.class, e -> assertThat(e.kind()).isEqualTo(Failure.Kind.MISSING));
        assertThatThrownBy(() -> Recording.read(folder, "dir"))
                .hasMessageStartingWith("dir cannot be read: ")
                .isInstanceOfSatisfying(Failure.class, e -> assertThat(e.kind()).isEqualTo(Failure.Kind.MISSING));
    }

    @Test
    void goesAgainWithoutWhatTheSenderSaysItself() {
        Headers headers = Headers.of("Host", "a")
                .with("Authorization", "Bearer a.b.c")
                .with("CONTENT-LENGTH", "2")
                .with("Accept-Encoding", "gzip")
                .with("Connection", "close")
                .with("Proxy-Authorization", "Basic x")
                .with("Cookie", "REDACTED")
                .with("Content-Type", "application/json")
                .with("User-Agent", "Vonage")
                .with("X-Vonage-Webhook-Auth-Token", "kept");

        Request again = new Recording(post("/in", headers, ODD)).again("/out");

        assertThat(again.path()).isEqualTo("/out");
        assertThat(again.body()).isEqualTo(ODD);
        assertThat(again.headers())
                .hasToString("[Field[name=Content-Type, value=application/json], Field[name=User-Agent, value=Vonage],"
                        + " Field[name=X-Vonage-Webhook-Auth-Token, value=kept]]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "post", ""})
    void isAlwaysAPost(String method) {
        assertThatThrownBy(() -> new Recording(new Request(method, "/", Headers.NONE, new byte[0])))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
