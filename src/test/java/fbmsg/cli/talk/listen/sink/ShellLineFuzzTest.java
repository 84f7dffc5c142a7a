package fbmsg.cli.talk.listen.sink;

import fbmsg.cli.SafeText;
import fbmsg.fuzz.FuzzTest;
import fbmsg.http.Headers;
import fbmsg.http.Request;
import fbmsg.message.Content;
import fbmsg.message.InboundMessage;
import fbmsg.message.MessageId;
import fbmsg.message.PageId;
import fbmsg.message.Psid;
import fbmsg.webhook.Received;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever a stranger typed: a real shell that evaluates the line, one shell for all of them, has it in a variable and runs
 * nothing of it; a terminal is shown it without a control character.
 */
class ShellLineFuzzTest extends FuzzTest {
    /** Unicode's property Bidi_Control. */
    private static final String BIDI_CONTROLS =
            "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";

    /** What does not end, or asks for more lines, ends the shell, which the next answer is missing of. */
    private static final String LOOP = "while IFS= read -r line; do eval \"$line\"; "
            + "printf '%s\\000%s\\000%s\\000' \"$FBMSG_TEXT\" \"$FBMSG_TYPE\" \"$FBMSG_PAYLOAD\"; done";

    @TempDir
    Path folder;

    private Process shell;
    private OutputStream lines;
    private InputStream answers;

    @BeforeEach
    void start() {
        try {
            shell = new ProcessBuilder("sh", "-c", LOOP)
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            Assumptions.abort("there is no sh");
        }
        lines = shell.getOutputStream();
        answers = new BufferedInputStream(shell.getInputStream());
    }

    @AfterEach
    void stop() throws InterruptedException {
        shell.destroyForcibly().waitFor();
    }

    /** One that gave a wrong answer may give more of them. */
    private void another() throws InterruptedException {
        stop();
        start();
    }

    @Override
    public List<byte[]> seeds() {
        return Stream.of(
                        "it's $(touch owned)",
                        "a\nb\n\n",
                        "'; touch owned; '\n",
                        "100% \\n \\\\ %s\t\u001b[31m\u202e",
                        "é😀\u0085X\n",
                        "")
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    @Override
    protected List<String> words() {
        return List.of(
                "'",
                "'\\''",
                "\"",
                "$(",
                "${",
                "$",
                ")",
                "}",
                "`",
                "\\",
                "\\\\",
                "\n",
                "\r\n",
                ";",
                "&",
                "|",
                "exit",
                "X",
                "%X",
                "%s",
                "%",
                "\\001",
                "\\0",
                "\\c",
                "\0",
                "\u2066",
                "\u061c",
                " ",
                "touch owned",
                ">owned",
                "\u007f",
                "\u0001",
                "é",
                "😀",
                "\ud83d",
                "\u2028",
                "-n",
                "*",
                "~",
                "#");
    }

    @Override
    protected int inputs() {
        return 800;
    }

    @Override
    protected List<String> outcomes() {
        return List.of("plain", "with control characters", "with NUL");
    }

    @Override
    public void check(byte[] input) throws Exception {
        String text = new String(input, StandardCharsets.UTF_8);
        met(
                text.indexOf('\0') >= 0
                        ? "with NUL"
                        : text.chars().anyMatch(c -> c < 0x20) ? "with control characters" : "plain");
        Received received = received(text, input);

        ShellLine line = ShellLine.of(received);
        holds(line.line().chars().noneMatch(c -> c < 0x20 || c == 0x7f), "one line without control characters");
        same(line.dropped(), text.indexOf('\0') >= 0, "told of a NUL");
        try {
            evaluated(line.line(), text, received.payload());
        } catch (IOException | AssertionError e) {
            another();
            throw e;
        }
        shown(text);
    }

    private void evaluated(String line, String text, String payload) throws IOException {
        lines.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        lines.flush();
        same(answer(), text.replace("\0", "").getBytes(StandardCharsets.UTF_8), "FBMSG_TEXT");
        same(answer(), "text".getBytes(StandardCharsets.UTF_8), "FBMSG_TYPE");
        same(answer(), payload.replace("\0", "").getBytes(StandardCharsets.UTF_8), "FBMSG_PAYLOAD");
        holds(folder.toFile().list().length == 0, "nothing was run");
    }

    private static void shown(String text) {
        String shown = SafeText.shown(text);
        holds(
                shown.codePoints()
                        .noneMatch(c -> Character.getType(c) == Character.CONTROL
                                || Character.getType(c) == Character.LINE_SEPARATOR
                                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
                                || BIDI_CONTROLS.indexOf(c) >= 0),
                "nothing that moves a cursor or turns the writing");
        same(SafeText.shown(shown), shown, "shown again");
    }

    private byte[] answer() throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        for (int b = answers.read(); b != 0; b = answers.read()) {
            holds(b > 0, "the shell goes on");
            answer.write(b);
        }
        return answer.toByteArray();
    }

    private static Received received(String text, byte[] body) {
        InboundMessage message = new InboundMessage(
                new MessageId("m"), new Psid("234"), new PageId("107"), "2025-02-03T12:14:25Z", new Content.Text(text));
        return new Received(message, new Request("POST", "/", Headers.NONE, body), "valid", Optional.empty());
    }
}
