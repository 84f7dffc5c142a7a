package fbmsg.cli.talk.listen.sink;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.http.Headers;
import fbmsg.http.Request;
import fbmsg.message.Content;
import fbmsg.message.InboundMessage;
import fbmsg.message.MessageId;
import fbmsg.message.PageId;
import fbmsg.message.Psid;
import fbmsg.webhook.Received;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Evaluated by real shells: a variable holds what a stranger typed, and nothing of it is run. */
class ShellLineTest {
    private static final List<String> HOSTILE = List.of(
            "it's",
            "$(touch owned) `touch owned` ${HOME} $HOME",
            "a\nb\n\n",
            "\n; touch owned; echo '",
            "'; touch owned; '",
            "'\n'; touch owned #",
            "100% \\n \\\\ %s %d\n",
            "tab\tcr\rbell\u0007 del\u007f esc\u001b[31m",
            "é😀 \u202e \u0085",
            "X",
            "X\n",
            "",
            "-n",
            "-n\n", // printf took it for an option and printed nothing: the text was lost
            "-vX\n",
            "--\t",
            "\"$(touch owned)\"\n");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"sh", "bash", "zsh", "dash"})
    void whatAStrangerTypedIsAValueAndNothingElse(String shell) throws Exception {
        List<String> texts = HOSTILE.stream().toList();
        String script = texts.stream().map(ShellLineTest::line).collect(Collectors.joining("\n")) + "\n";

        // line by line, as a loop would have them, and each value told between marks that no text has
        String out = run(
                shell, "while IFS= read -r line; do eval \"$line\"; printf '%s\\001' \"$FBMSG_TEXT\"; done", script);

        assertThat(List.of(out.split("\u0001", -1)))
                .containsExactlyElementsOf(
                        java.util.stream.Stream.concat(texts.stream(), java.util.stream.Stream.of(""))
                                .toList());
        assertThat(folder.resolve("owned")).doesNotExist();
    }

    @Test
    void textsOfAllKindsOfCharactersSurvive() throws Exception {
        Random random = new Random(7);
        String alphabet = "'\"\\$`()\n\r\t%;&|<>*?#~!{}[] aX0é\u0001\u001b";
        List<String> texts = IntStream.range(0, 300)
                .mapToObj(i -> IntStream.range(0, random.nextInt(20))
                        .mapToObj(j -> String.valueOf(alphabet.charAt(random.nextInt(alphabet.length()))))
                        .collect(Collectors.joining())
                        .replace('\u0001', '\u0002'))
                .toList();
        String script = texts.stream().map(ShellLineTest::line).collect(Collectors.joining("\n")) + "\n";

        String out =
                run("sh", "while IFS= read -r line; do eval \"$line\"; printf '%s\\001' \"$FBMSG_TEXT\"; done", script);

        assertThat(out).isEqualTo(texts.stream().map(text -> text + "\u0001").collect(Collectors.joining()));
    }

    @Test
    void aNulIsLeftOutAndToldOf() {
        assertThat(ShellLine.of(received("a\0b")).dropped()).isTrue();
        assertThat(ShellLine.of(received("a\0b")).line()).contains("FBMSG_TEXT='ab'");
        assertThat(ShellLine.of(received("ab")).dropped()).isFalse();
    }

    @Test
    void whatAnEventDoesNotHaveIsEmpty() {
        assertThat(line("Hi"))
                .isEqualTo("FBMSG_V='1' FBMSG_EVENT='inbound' FBMSG_MESSAGE_UUID='m' FBMSG_FROM='234' FBMSG_TO='107'"
                        + " FBMSG_TIMESTAMP='2025-02-03T12:14:25Z' FBMSG_TYPE='text' FBMSG_TEXT='Hi' FBMSG_URL=''"
                        + " FBMSG_FILE='' FBMSG_STATUS='' FBMSG_CLIENT_REF='' FBMSG_ERROR_CODE='' FBMSG_ERROR_TITLE=''"
                        + " FBMSG_ERROR_DETAIL='' FBMSG_USAGE_CURRENCY='' FBMSG_USAGE_PRICE='' FBMSG_SIGNATURE='valid'"
                        + " FBMSG_PAYLOAD='{}'");
    }

    private static String line(String text) {
        return ShellLine.of(received(text)).line();
    }

    private static Received received(String text) {
        InboundMessage message = new InboundMessage(
                new MessageId("m"), new Psid("234"), new PageId("107"), "2025-02-03T12:14:25Z", new Content.Text(text));
        return new Received(message, Request.postJson("/", Headers.NONE, "{ }"), "valid", Optional.empty());
    }

    private String run(String shell, String script, String input) throws IOException, InterruptedException {
        Path in = Files.writeString(folder.resolve("in"), input);
        Path out = folder.resolve("out");
        Process process;
        try {
            process = new ProcessBuilder(shell, "-c", script)
                    .directory(folder.toFile())
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            return Assumptions.abort("there is no " + shell);
        }
        assertThat(process.waitFor()).isZero();
        return Files.readString(out, StandardCharsets.UTF_8);
    }
}
