package fbmsg;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's conversation in three terminals, typed as it stands there, but on ports that are free. */
class ReadmeConversationIT {
    @TempDir
    Path home;

    @Test
    void isHadByWhoeverTypesIt() throws Exception {
        Shell.assumeInstalled("curl");
        Shell shell = Shell.sh(home);
        List<String> terminals = terminals();
        assertThat(terminals).hasSize(4);

        HttpServer relay = relay(home.resolve("port"));
        Process vonage = shell.start("exec " + terminals.get(0).strip()
                + " --port 0 --port-file api-port --time-scale 0.01 --inbound-url http://127.0.0.1:"
                + relay.getAddress().getPort() + "/webhooks/inbound");
        try (BufferedReader url = vonage.inputReader(UTF_8)) {
            assertThat(url.readLine()).startsWith("http://127.0.0.1:");
            Process conversation = shell.start(terminals.get(1).replace("--port 3000", "--port 0 --port-file port"));
            try (BufferedReader talk = conversation.errorReader(UTF_8);
                    BufferedReader ids = conversation.inputReader(UTF_8)) {
                String line = talk.readLine();
                while (line != null && !line.contains("listening on")) {
                    line = talk.readLine();
                }
                Launched user = shell.run(
                        terminals.get(2).replace(":4010", ":$(cat api-port)").replace("curl ", "curl -sS "));
                String id = ids.readLine();

                assertThat(conversation.waitFor(60, TimeUnit.SECONDS)).isTrue();
                assertThat(conversation.exitValue()).isZero();
                assertThat(id).matches("[0-9a-f-]{36}");
                assertThat(user.exit()).as(user.toString()).isZero();
                assertThat(shell.run(terminals.get(3).replace(":4010", ":$(cat api-port)"))
                                .text())
                        .contains("\"message_uuid\":\"" + id + "\"")
                        .contains("\"from\":\"107000000000001\",\"to\":\"1111111111111111\"")
                        .contains("\"text\":\"Thanks!\"");
            } finally {
                conversation.destroyForcibly();
            }
        } finally {
            vonage.destroy();
            relay.stop(0);
        }
        assertThat(vonage.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(home.resolve("emulator.env")).doesNotExist();
    }

    /** The block for CI, as it stands there: it ends by itself, and leaves nothing. */
    @Test
    void theBlockForCiRuns() throws Exception {
        Shell.assumeInstalled("curl");
        String readme = Files.readString(Shell.PROJECT.resolve("README.md"));
        int start = readme.indexOf("```sh\nfbmsg emulate --port 0");
        String block = readme.substring(start + "```sh\n".length(), readme.indexOf("```", start + 5));

        Launched run = Shell.sh(home).run(block.replace("curl ", "curl -sS ") + "wait\n");

        assertThat(run.text())
                .as(run.toString())
                .containsPattern("\"to\":\"23\",\"type\":\"text\",\"text\":\"Hello!\"")
                .contains("\"message_uuid\":");
        assertThat(home.resolve("emulator.env")).doesNotExist();
        assertThat(home.resolve("port")).doesNotExist();
    }

    /** Hands requests on to the port that the listener has taken: it is known only when the emulator runs. */
    private static HttpServer relay(Path portFile) throws IOException {
        HttpClient client = HttpClient.newHttpClient();
        HttpServer relay = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        relay.createContext("/", exchange -> {
            int status = 503;
            try {
                HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(
                                "http://127.0.0.1:" + Files.readString(portFile).strip() + exchange.getRequestURI()))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(
                                exchange.getRequestBody().readAllBytes()));
                for (String name : List.of("Authorization", "Content-Type")) {
                    request.header(name, exchange.getRequestHeaders().getFirst(name));
                }
                status = client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                        .statusCode();
            } catch (IOException e) {
                // nobody listens yet: it comes again
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        relay.start();
        return relay;
    }

    private static List<String> terminals() throws IOException {
        String readme = Files.readString(Shell.PROJECT.resolve("README.md"));
        int start = readme.indexOf("## A conversation in 60 seconds");
        String section = readme.substring(start, readme.indexOf("\n## ", start + 1));
        return Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL)
                .matcher(section)
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }
}
