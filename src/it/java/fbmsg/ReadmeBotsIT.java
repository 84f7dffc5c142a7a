package fbmsg;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.json.Document;
import fbmsg.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's bots, as they stand there: two users write to each, and get their answers from the emulator. */
class ReadmeBotsIT {
    @TempDir
    Path home;

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> blocks = new ArrayList<>();
    private Shell shell;
    private EmulatorProcess vonage;
    private int port;

    @BeforeEach
    void emulate() throws IOException {
        String readme = Files.readString(Shell.PROJECT.resolve("README.md"));
        int start = readme.indexOf("### A bot in one line");
        String section = readme.substring(start, readme.indexOf("\n### ", start + 5));
        Pattern.compile("```(?:sh|python)\n(.*?)```", Pattern.DOTALL)
                .matcher(section)
                .results()
                .forEach(block -> blocks.add(block.group(1)));
        assertThat(blocks).hasSize(5);
        shell = Shell.sh(home);
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = free.getLocalPort();
        }
        vonage = new EmulatorProcess(
                shell,
                "--env-file emulator.env --time-scale 0.001 --inbound-url" + " http://127.0.0.1:" + port
                        + "/in 2>/dev/null");
    }

    @AfterEach
    void end() throws InterruptedException {
        vonage.end();
    }

    @Test
    void theShellScript() throws Exception {
        Files.writeString(home.resolve("answer"), blocks.get(0));

        List<String> answers = answers(
                blocks.get(1), 3, List.of("{\"text\":\"it's $(me)\"}", "{\"image\":\"https://a.example/b.png\"}"));

        assertThat(answers)
                .containsExactlyInAnyOrder("Thanks! You are number 1.", "What a picture!", "Thanks! You are number 2.");
    }

    @Test
    void thePythonScript() throws Exception {
        Shell.assumeInstalled("python3");
        Files.writeString(home.resolve("weigh.py"), blocks.get(2));

        assertThat(answers(blocks.get(3), 2, List.of("{\"text\":\"Größe und 😀\"}")))
                .containsExactlyInAnyOrder("3 words, the longest is 'Größe'.", "1 words, the longest is 'second'.");
    }

    @Test
    void jqAlone() throws Exception {
        Shell.assumeInstalled("jq");

        assertThat(answers(blocks.get(4), 2, List.of("{\"text\":\"it's \\\"quoted\\\"\\nand $(more)\"}")))
                .containsExactlyInAnyOrder("You said: it's \"quoted\"\nand $(more)", "You said: second");
    }

    /** What the users got, when so many answers are there: the first user writes all of these, a second one writes too. */
    private List<String> answers(String script, int count, List<String> bodies) throws Exception {
        Process bot =
                shell.start(". ./emulator.env; " + script.replace("fbmsg listen", "exec fbmsg listen --port " + port));
        try (BufferedReader err = bot.errorReader(UTF_8)) {
            for (String body : bodies) {
                write("1111", body);
            }
            String line = err.readLine();
            for (int answered = 0; answered < bodies.size() && line != null; line = err.readLine()) {
                answered += line.contains(": answered message") ? 1 : 0;
                if (answered == bodies.size()) {
                    break;
                }
            }
            write("2222", "{\"text\":\"second\"}");
            while (line != null && texts().size() < count) {
                line = err.readLine();
            }
            List<String> texts = texts();
            bot.destroy();
            assertThat(bot.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(bot.exitValue()).isEqualTo(143);
            return texts;
        } finally {
            bot.destroyForcibly();
        }
    }

    private void write(String user, String body) throws IOException, InterruptedException {
        HttpRequest order = HttpRequest.newBuilder(URI.create(vonage.url() + "/emulator/users/" + user + "/messages"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        assertThat(client.send(order, BodyHandlers.discarding()).statusCode()).isEqualTo(202);
    }

    private List<String> texts() throws Exception {
        String all = client.send(
                        HttpRequest.newBuilder(URI.create(vonage.url() + "/emulator/messages"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        Stream<Document> messages = Json.parse(all).member("messages").orElseThrow().items().orElseThrow().stream();
        return messages.map(message -> message.text("text").orElseThrow()).toList();
    }
}
