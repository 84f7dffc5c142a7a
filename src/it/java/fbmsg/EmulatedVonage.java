package fbmsg;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.json.Document;
import fbmsg.json.Json;
import fbmsg.json.JsonText;
import fbmsg.json.MalformedJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The packaged {@code fbmsg emulate}, on a port that is free; its webhooks go to a receiver of its own. */
final class EmulatedVonage {
    static final String PAGE = "107000000000001";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Shell shell;
    private final WebhookReceiver receiver;
    private final EmulatorProcess process;

    /**
     * @param home a folder for its files
     */
    EmulatedVonage(Path home) throws IOException {
        shell = Shell.sh(home);
        receiver = new WebhookReceiver(this::secret);
        process = new EmulatorProcess(
                shell,
                "--env-file emulator.env --time-scale 0.01 --inbound-url " + receiver.url(WebhookReceiver.INBOUND)
                        + " --status-url " + receiver.url(WebhookReceiver.STATUS));
    }

    String url() {
        return process.url();
    }

    WebhookReceiver receiver() {
        return receiver;
    }

    Shell shell() {
        return shell;
    }

    /** The Page writes, by the packaged program; returns the message's id. */
    String send(String psid, String text) {
        Launched sent = shell.with("PSID", psid)
                .with("SAID", text)
                .run(". ./emulator.env && fbmsg send --to \"$PSID\" --text \"$SAID\"");
        assertThat(sent.exit()).as(sent.toString()).isZero();
        return sent.text().strip();
    }

    /** Somebody else writes, who is not on the page that is open. */
    void write(String psid, String text) throws IOException, InterruptedException {
        String said = JsonText.compact(Document.object().with("text", text).build());
        order("/emulator/users/" + psid + "/messages", said, 202);
    }

    /** Moves the clock, such as by {@code 3m}. */
    void advance(String time) throws IOException, InterruptedException {
        order("/emulator/clock", "{\"advance\":\"" + time + "\"}", 200);
    }

    private void order(String path, String body, int status) throws IOException, InterruptedException {
        HttpRequest order = HttpRequest.newBuilder(URI.create(url() + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        assertThat(client.send(order, BodyHandlers.discarding()).statusCode()).isEqualTo(status);
    }

    /** The requests to the API that it remembers, the earliest first. */
    List<Document> requests() throws IOException, InterruptedException, MalformedJson {
        HttpRequest events =
                HttpRequest.newBuilder(URI.create(url() + "/emulator/events")).build();
        try (Stream<String> lines = client.send(events, BodyHandlers.ofLines()).body()) {
            String snapshot = lines.filter(line -> line.startsWith("data: "))
                    .findFirst()
                    .orElseThrow()
                    .substring("data: ".length());
            return Json.parse(snapshot).member("exchanges").orElseThrow().items().orElseThrow().stream()
                    .filter(exchange -> exchange.text("kind").orElseThrow().equals("request"))
                    .toList();
        }
    }

    /** What a request says, and on whose authority. */
    static List<String> essence(Document request) {
        String authority = request.member("headers").orElseThrow().items().orElseThrow().stream()
                .filter(header -> header.text("0").orElseThrow().equals("Authorization"))
                .map(JsonText::compact)
                .findFirst()
                .orElseThrow();
        return Stream.concat(
                        Stream.of(authority),
                        Stream.of("method", "url", "body")
                                .map(name -> request.text(name).orElseThrow()))
                .toList();
    }

    private byte[] secret() {
        try {
            String path = Files.readAllLines(shell.home().resolve("emulator.env")).stream()
                    .filter(line -> line.startsWith("export FBMSG_SIGNATURE_SECRET_PATH='"))
                    .findFirst()
                    .orElseThrow()
                    .split("'")[1];
            return Files.readString(Path.of(path)).strip().getBytes(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void end() throws InterruptedException {
        process.end();
        receiver.end();
    }
}
