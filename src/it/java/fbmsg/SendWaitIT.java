package fbmsg;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code send --wait} against {@code emulate}: signed statuses come through a tunnel, as the message's own URL says. */
class SendWaitIT {
    private static final Pattern PORT = Pattern.compile("listening on http://127\\.0\\.0\\.1:([0-9]+) ");
    private static final String ID = "[0-9a-f-]{36}";

    @TempDir
    static Path home;

    private static EmulatedVonage vonage;

    @BeforeAll
    static void open() throws Exception {
        vonage = new EmulatedVonage(home);
        vonage.write("23", "Hi");
    }

    @AfterAll
    static void end() throws InterruptedException {
        vonage.end();
    }

    /** A run that waits, and the tunnel to it. */
    private record Waiting(Process process, Relay tunnel, BufferedReader err) implements AutoCloseable {
        static Waiting to(String psid, String options) throws IOException {
            Relay tunnel = new Relay();
            Process process = vonage.shell()
                    .start(". ./emulator.env && exec fbmsg send --to " + psid + " --text Hello --port 0 --webhook-url "
                            + tunnel.url() + "/status " + options);
            Waiting waiting = new Waiting(process, tunnel, process.errorReader(UTF_8));
            Matcher ready = PORT.matcher(waiting.lineWith("listening on"));
            assertThat(ready.find()).isTrue();
            tunnel.leadsTo(Integer.parseInt(ready.group(1)));
            return waiting;
        }

        String lineWith(String part) throws IOException {
            String line = err.readLine();
            while (line != null && !line.contains(part)) {
                line = err.readLine();
            }
            assertThat(line).as("a line with: " + part).isNotNull();
            return line;
        }

        /** The rest of standard error beside what {@link Process} has on standard output. */
        Launched result() throws Exception {
            String rest = String.join("\n", err.lines().toList());
            byte[] out = process.getInputStream().readAllBytes();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return new Launched(process.exitValue(), out, rest);
        }

        @Override
        public void close() throws IOException {
            process.destroyForcibly();
            tunnel.close();
        }
    }

    /** Read by a user who has written; once each, twice each, the last first; and told by the form of v0.1. */
    @ParameterizedTest
    @CsvSource({
        "23, --wait read",
        "23, --wait read --webhook-version v0.1",
        "9000000000000003, --wait read",
        "9000000000000004, --wait read",
        "9000000000000002, --wait delivered",
        "9000000000000001, --wait submitted"
    })
    void endsWhenTheStatusHasCome(String psid, String options) throws Exception {
        try (Waiting waiting = Waiting.to(psid, options)) {
            Launched ended = waiting.result();

            assertThat(ended.exit()).as(ended.toString()).isZero();
            assertThat(ended.text()).matches(ID + "\n");
            assertThat(ended.err()).startsWith("fbmsg: waiting for ");
        }
    }

    @Test
    void theRecordHasTheStatus() throws Exception {
        try (Waiting waiting = Waiting.to("23", "--wait read --json")) {
            Launched ended = waiting.result();

            assertThat(ended.exit()).as(ended.toString()).isZero();
            assertThat(ended.text())
                    .matches("\\{\"v\":1,\"ok\":true,\"to\":\"23\",\"message_uuid\":\"" + ID
                            + "\",\"status\":\"read\",\"timestamp\":\"[^\"]+Z\"}\n");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            9000000000001340 | --wait delivered                    | 65  | was rejected (1340: Outside of the allowed window); wait for the user to write
            9000000000001260 | --wait submitted                    | 69  | is undeliverable (1260: Destination unreachable);
            4                | --wait read                         | 65  | was rejected (1300: Not part of the provider network); send from the Page that the user wrote to
            9000000000000002 | --wait read --wait-timeout 1s       | 124 | within 1 s; do not send it again
            9000000000000006 | --wait submitted --wait-timeout 1s  | 124 | no status of it came within 1 s; do not send it again
            9000000000000007 | --wait submitted --wait-timeout 1s  | 124 | no status of it came within 1 s; do not send it again
            """)
    void whatHasNotComeThereIsTold(String psid, String options, int exit, String why) throws Exception {
        try (Waiting waiting = Waiting.to(psid, options)) {
            Launched ended = waiting.result();

            assertThat(ended.exit()).as(ended.toString()).isEqualTo(exit);
            assertThat(ended.text()).matches(ID + "\n");
            assertThat(ended.err().lines().reduce((before, last) -> last).orElseThrow())
                    .startsWith("fbmsg: the message ")
                    .contains(ended.text().strip())
                    .contains(why);
        }
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void aSignalTellsWhatWasSent(String signal, int exit) throws Exception {
        try (Waiting waiting = Waiting.to("9000000000000001", "--wait read --json")) {
            waiting.lineWith("waiting for read");

            vonage.shell().run("kill -" + signal + " " + waiting.process().pid());

            Launched ended = waiting.result();
            assertThat(ended.exit()).as(ended.toString()).isEqualTo(exit);
            assertThat(ended.text()).isEmpty();
            assertThat(ended.err())
                    .matches("fbmsg: the message " + ID + " to 9000000000000001 was sent; do not send it again");
        }
    }
}
