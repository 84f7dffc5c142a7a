package fbmsg.cli.build;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.cli.TestHost;
import fbmsg.cli.TestHost.Run;
import fbmsg.http.Destination;
import fbmsg.http.Headers;
import fbmsg.http.HttpSender;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmulateCommandTest {
    @TempDir
    Path folder;

    @Test
    void servesWhoeverUsesTheSettingsOfItsFileUntilItIsEnded() throws Exception {
        TestHost server = TestHost.in(folder);
        Future<Run> serving = server.start("emulate", "--port", "0", "--port-file", "port", "--env-file", "it's.env");
        String url = server.out.await("(http://127\\.0\\.0\\.1:[0-9]+)\n");
        server.err.await("(export FBMSG_PRIVATE_KEY_PATH=.*)\n");
        Path env = folder.resolve("it's.env");
        assertThat(folder.resolve("port")).hasContent(url.replaceAll(".*:", "") + "\n");
        assertThat(Files.getPosixFilePermissions(env)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        TestHost client = TestHost.in(folder).connections(HttpSender::new);
        assertThat(Files.readAllLines(env).get(1))
                .isEqualTo(
                        "export FBMSG_PRIVATE_KEY='' FBMSG_SIGNATURE_SECRET='' FBMSG_API_SECRET='' FBMSG_PROFILE=''");
        assertThat(Files.readAllLines(env)).first().asString().startsWith("# written by fbmsg emulate");
        for (String line : Files.readAllLines(env).subList(2, 9)) {
            String[] assignment =
                    line.replaceFirst("export ([A-Z_]+)='(.*)'", "$1=$2").split("=", 2);
            client.env(assignment[0], assignment[1]);
        }
        Path key = Path.of(client.env.get("FBMSG_PRIVATE_KEY_PATH"));

        Run sent = client.run("send", "--to", "234", "--text", "Hi");
        String accepted = new HttpSender(Destination.of(url), Duration.ofMinutes(1), true)
                .exchange(Request.get("/emulator/messages"))
                .text();
        server.endings.get(0).run();

        assertThat(sent.exit()).as(sent.toString()).isZero();
        assertThat(accepted).contains(sent.out().strip()).contains("\"from\":\"107000000000001\",\"to\":\"234\"");
        assertThat(serving.get(1, TimeUnit.MINUTES))
                .extracting(Run::exit, Run::out)
                .containsExactly(0, url + "\n");
        assertThat(env).doesNotExist();
        assertThat(folder.resolve("port")).doesNotExist();
        assertThat(key).doesNotExist();
        assertThat(key.getParent()).doesNotExist();
    }

    /** With a listener that starts late, on the settings of the file, and signatures checked. */
    @Test
    void whatAUserWritesReachesAListenerThatStartsLate() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = free.getLocalPort();
        }
        TestHost server = TestHost.in(folder).connections(HttpSender::new).clock(Clock.systemUTC());
        server.start(
                "emulate", "--port", "0", "--inbound-url", "http://127.0.0.1:" + port + "/in", "--time-scale", "0.01");
        String url = server.out.await("(http://127\\.0\\.0\\.1:[0-9]+)\n");
        String secret = server.err.await("export FBMSG_SIGNATURE_SECRET_PATH='(.*)'\n");
        Destination emulator = Destination.of(url);
        Reply taken = new HttpSender(emulator, Duration.ofMinutes(1), true)
                .exchange(Request.postJson("/emulator/users/23/messages", Headers.NONE, "{\"text\":\"Hi é\"}"));
        assertThat(taken.status()).as(taken.text()).isEqualTo(202);

        Run listened = TestHost.in(folder)
                .clock(Clock.systemUTC())
                .env("FBMSG_SIGNATURE_SECRET_PATH", secret)
                .run("listen", "--port", String.valueOf(port), "--verify", "require", "--timeout", "60s");
        server.endings.get(0).run();

        assertThat(listened.exit()).as(listened.toString()).isZero();
        assertThat(listened.out())
                .contains("\"from\":\"23\",\"to\":\"107000000000001\"", "\"text\":\"Hi é\"", "\"signature\":\"valid\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--time-scale=x",
                "--time-scale=-1",
                "--inbound-url=nonsense",
                "--webhook-version=v2",
                "--rate=0/s",
                "--rate=1/d",
                "--seed=x",
                "--bind="
            })
    void wrongOptionsAreSaid(String option) {
        assertThat(TestHost.in(folder).run("emulate", "--port", "0", option).exit())
                .isEqualTo(2);
    }

    /** The ids of messages, and what the account is known by. */
    @Test
    void aSeedRepeats() throws Exception {
        assertThat(firstIds("a")).isEqualTo(firstIds("b"));
    }

    private List<String> firstIds(String name) throws Exception {
        Path home = Files.createDirectory(folder.resolve(name));
        TestHost server = TestHost.in(home).connections(HttpSender::new);
        server.start("emulate", "--port", "0", "--seed", "7", "--time-scale", "0");
        String url = server.out.await("(http://127\\.0\\.0\\.1:[0-9]+)\n");
        String application = server.err.await("export FBMSG_APPLICATION_ID='(.*)'\n");
        String key = server.err.await("export FBMSG_API_KEY='(.*)'\n");
        String first = new HttpSender(Destination.of(url), Duration.ofMinutes(1), true)
                .exchange(Request.postJson("/emulator/users/23/messages", Headers.NONE, "{\"text\":\"Hi\"}"))
                .text();
        server.endings.get(0).run();
        return List.of(application, key, first);
    }

    @Test
    void whatBindMeansIsSaid() throws Exception {
        TestHost server = TestHost.in(folder);
        server.start("emulate", "--port", "0", "--bind", "0.0.0.0");
        server.out.await("(http://127\\.0\\.0\\.1:[0-9]+)\n");
        assertThat(server.err.await("(.*messages and traffic, tokens included.*)\n"))
                .startsWith("fbmsg: warning: whoever reaches port ");
        server.endings.get(0).run();
    }

    /** Else whoever has sourced it would go on with the settings of another one. */
    @Test
    void theSettingsOfOneThatRunsAreLeft() throws Exception {
        Path env = folder.resolve("other.env");
        long alive = ProcessHandle.current().parent().orElseThrow().pid();
        String text = "# written by fbmsg emulate, and removed when it ends; process " + alive + "\nexport A='1'\n";
        Files.writeString(env, text);
        Run run = TestHost.in(folder).run("emulate", "--port", "0", "--env-file", "other.env");
        assertThat(run.exit()).isEqualTo(74);
        assertThat(run.err()).contains("is of another fbmsg emulate, process " + alive + ", which still runs");
        assertThat(env).hasContent(text);
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, 127.0.0.1", "localhost, 127.0.0.1", "::ffff:127.0.0.1, 127.0.0.1", "127.1, 127.0.0.1"})
    void theAddressIsNamedByItsNumber(String typed, String host) throws Exception {
        TestHost server = TestHost.in(folder);
        server.start("emulate", "--port", "0", "--bind", typed);
        assertThat(server.out.await("http://(.*):[0-9]+\n")).isEqualTo(host);
        server.endings.get(0).run();
        assertThat(BindAddress.of("[::1]").host()).isEqualTo("[::1]");
        assertThat(BindAddress.of("0:0:0:0:0:0:0:1").host()).isEqualTo("[::1]");
        assertThat(BindAddress.of("::").any()).isTrue();
    }
}
