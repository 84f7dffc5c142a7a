package fbmsg;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.json.Document;
import fbmsg.json.Json;
import fbmsg.json.MalformedJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the real program with SIGKILL at random moments, runs it again until it is done, and compares what it says with
 * what the emulator took: nothing twice, nothing lost. {@code -Dfbmsg.kills=300} for more of them; the sums are written to
 * {@code target/kills-*.txt}.
 */
class KillIT {
    private static final int KILLS = Integer.getInteger("fbmsg.kills", 8);
    private static final int KILLS_EACH = 10;
    private static final int LINES = 2500;

    @TempDir
    Path home;

    private final Random random = new Random();
    private final HttpClient client = HttpClient.newHttpClient();
    private Shell shell;
    private EmulatorProcess vonage;
    private int kills;
    private int messages;
    private int doubtful;

    @BeforeEach
    void emulate() throws IOException {
        shell = Shell.sh(home);
        vonage = new EmulatorProcess(shell, "--env-file env --time-scale 0");
    }

    @AfterEach
    void end() throws InterruptedException {
        vonage.end();
    }

    @Test
    void aBatchWithAJournalLosesNothingAndDoublesNothing() throws Exception {
        for (int round = 0; kills < KILLS; round++) {
            String name = "b" + round + "-";
            Files.writeString(
                    home.resolve("in"),
                    IntStream.rangeClosed(1, LINES)
                            .mapToObj(i -> "{\"to\":\"2345\",\"text\":\"" + name + i + "\"}\n")
                            .collect(Collectors.joining()));
            String command = ". ./env; exec fbmsg send --batch in --journal journal-" + round + " > out 2> err";
            killUntilDone(command);
            Map<String, String> taken = taken(name);
            for (String line : Files.readAllLines(home.resolve("out"))) {
                Document record = Json.parse(line);
                String text = name + record.textOrNumber("line").orElseThrow();
                if (record.text("message_uuid").isPresent()) {
                    assertThat(taken)
                            .as("lost")
                            .containsEntry(text, record.text("message_uuid").get());
                } else {
                    assertThat(record.textOrNumber("error.exit")).as(line).contains("76");
                    doubtful++;
                }
            }
            assertThat(Files.readAllLines(home.resolve("out"))).hasSize(LINES);
            messages += LINES;
        }
        sum("batch");
    }

    @Test
    void repliesThatRememberAnswerNobodyTwice() throws Exception {
        for (int round = 0; kills < KILLS; round++) {
            String name = "r" + round + "-";
            Files.writeString(
                    home.resolve("in"),
                    IntStream.rangeClosed(1, LINES / 5)
                            .mapToObj(i -> "{\"channel\":\"messenger\",\"message_uuid\":\"" + name + i
                                    + "\",\"from\":\"2345\",\"to\":\"107000000000001\",\"message_type\":\"text\",\"text\":\""
                                    + name + i + "\"}\n")
                            .collect(Collectors.joining()));
            String command =
                    ". ./env; exec fbmsg reply --template '{text}' --seen seen-" + round + " --json < in > out 2> err";
            killUntilDone(command);
            Map<String, String> taken = taken(name);
            Set<String> told = new HashSet<>();
            for (String line : Files.readAllLines(home.resolve("out"))) {
                Document record = Json.parse(line);
                if (record.textOrNumber("error.exit").isPresent()) {
                    assertThat(record.textOrNumber("error.exit")).as(line).contains("76");
                    told.add(name + record.textOrNumber("line").orElseThrow());
                    doubtful++;
                }
            }
            for (int i = 1; i <= LINES / 5; i++) {
                assertThat(taken.containsKey(name + i) || told.contains(name + i))
                        .as("lost: %s", name + i)
                        .isTrue();
            }
            messages += LINES / 5;
        }
        sum("reply");
    }

    /** Kills it a few times, then has it end by itself. */
    private void killUntilDone(String command) throws Exception {
        int last = Math.min(KILLS, kills + KILLS_EACH);
        while (true) {
            Process run = shell.start(command);
            int patience = kills < last ? 300 + random.nextInt(1500) : 120_000;
            if (run.waitFor(patience, TimeUnit.MILLISECONDS)) {
                assertThat(run.exitValue())
                        .as(Files.readString(home.resolve("err")))
                        .isIn(0, 76);
                return;
            }
            run.destroyForcibly();
            assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
            kills++;
        }
    }

    /** By text, the ids of what the emulator took; no text is there twice. */
    private Map<String, String> taken(String name) throws IOException, InterruptedException, MalformedJson {
        String all = client.send(
                        HttpRequest.newBuilder(URI.create(vonage.url() + "/emulator/messages"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        Map<String, String> taken = new HashMap<>();
        for (Document message :
                Json.parse(all).member("messages").orElseThrow().items().orElseThrow()) {
            String text = message.text("text").orElseThrow();
            if (text.startsWith(name)) {
                String before = taken.put(text, message.text("message_uuid").orElseThrow());
                assertThat(before).as("doubled: %s", text).isNull();
            }
        }
        return taken;
    }

    private void sum(String what) throws IOException {
        String sum = what + ": " + kills + " kills, " + messages + " messages, doubled 0, lost 0, told as unknown "
                + doubtful + "\n";
        Files.writeString(Path.of("target", "kills-" + what + ".txt"), sum);
    }
}
