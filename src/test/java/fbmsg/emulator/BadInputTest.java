package fbmsg.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.http.Destination;
import fbmsg.http.Headers;
import fbmsg.http.HttpListener;
import fbmsg.http.HttpSender;
import fbmsg.http.ListenerLimits;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.json.Document;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.junit.jupiter.api.Test;

/** Whatever comes, on whatever route: an answer of the API's, or a problem document, and never a bug. */
class BadInputTest {
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "X");
    private static final List<String> PATHS = List.of(
            "/",
            "//",
            "/v1/messages",
            "/v1/messages/",
            "/v1/messages/%00",
            "/v1/messages?a=%zz&&=",
            "/v0.1/messages",
            "/v0.1/dispatch",
            "/v2/applications",
            "/v2/applications/",
            "/v2/applications?page=%31&page_size=",
            "/v2/applications/%2e%2e",
            "/v2/applications/" + Box.APPLICATION,
            "/beta/chatapp-accounts",
            "/beta/chatapp-accounts/",
            "/beta/chatapp-accounts//",
            "/beta/chatapp-accounts/messenger",
            "/beta/chatapp-accounts/messenger//applications//",
            "/beta/chatapp-accounts/messenger/107",
            "/beta/chatapp-accounts/messenger/107/applications",
            "/beta/chatapp-accounts/messenger/107/applications/x",
            "/emulator/",
            "/emulator/users/%zz/messages",
            "/emulator/users/%00%ff/messages",
            "/emulator/users//messages",
            "/emulator/users/23/messages",
            "/emulator/messages",
            "/emulator/webhooks",
            "/emulator/clock",
            "/emulator/faults",
            "/emulator/reset",
            "/emulator/page.js",
            "/emulator/../page.js");
    private static final List<String> BODIES = List.of(
            "",
            " ",
            "null",
            "{",
            "{}",
            "[]",
            "\"\"",
            "1E999999999",
            "{\"a\":1,\"a\":2}",
            "{\"text\":null,\"channel\":[],\"from\":{},\"keys\":null,\"capabilities\":{\"messages\":null},\"failover\":{}}",
            "{\"name\":\"\\ud800\",\"text\":\"\\ud800\",\"fault\":\"\\u0000\",\"advance\":1E999}",
            "{\"from\":\"a\",\"from.id\":1,\"message\":{\"content\":7}}",
            "{\"external_id\":\"\\u0000\",\"access_token\":\"\\n\",\"applications\":[null]}",
            "[".repeat(100_000),
            "{\"a\":".repeat(600) + "1" + "}".repeat(600));

    private final BlockingQueue<Throwable> bugs = new ArrayBlockingQueue<>(10);

    @Test
    void isAnsweredInMemory() throws Exception {
        Random random = new Random(4);
        int refused = 0;
        for (String path : PATHS) {
            for (String method : METHODS) {
                Town town = new Town();
                for (Headers headers : authorizations()) {
                    for (byte[] body : bodies(random)) {
                        Reply reply = town.emulator.exchange(new Request(method, path, headers, body));
                        check(method + " " + path + " " + new String(body, StandardCharsets.ISO_8859_1), reply);
                        refused += reply.status() >= 400 ? 1 : 0;
                    }
                }
            }
        }
        assertThat(refused).isGreaterThan(1_000);
    }

    private static List<Headers> authorizations() {
        return List.of(
                Headers.NONE,
                Box.authorized().with("Content-Type", "application/json; charset=utf-16"),
                Town.basic().with("Content-Type", "application/json"));
    }

    private static List<byte[]> bodies(Random random) {
        List<byte[]> bodies = new ArrayList<>();
        BODIES.forEach(text -> bodies.add(text.getBytes(StandardCharsets.UTF_8)));
        for (int i = 0; i < 5; i++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            bodies.add(noise);
        }
        return bodies;
    }

    private static void check(String what, Reply reply) {
        assertThat(reply.headers().first("X-Request-Id")).as(what).isPresent();
        assertThat(reply.status()).as(what).isBetween(200, 499);
        if (reply.status() >= 400) {
            Document problem = Town.parse(reply.body());
            assertThat(problem.text("title")).as(what).isPresent();
            assertThat(problem.text("instance")).as(what).isPresent();
        }
    }

    /** What the listener refuses by itself, in the same manner. */
    @Test
    void isAnsweredOverLoopback() throws Exception {
        try (HttpListener listener = HttpListener.open(
                        "127.0.0.1",
                        0,
                        ListenerLimits.USUAL,
                        new Town().emulator,
                        Emulator::ownReply,
                        refusal -> {},
                        bugs::add);
                HttpSender client = new HttpSender(
                        Destination.of("http://127.0.0.1:" + listener.port()), Duration.ofMinutes(1), true)) {
            Reply reply = client.exchange(new Request("POST", "/v1/messages", Headers.NONE, new byte[2 << 20]));
            assertThat(reply.status()).isEqualTo(413);
            assertThat(reply.headers().mediaType()).contains("application/problem+json");
            assertThat(Town.parse(reply.body()).text("title")).contains("the body is larger than 1048576 bytes");
            for (byte[] body : bodies(new Random(5))) {
                Reply other = client.exchange(
                        new Request("POST", "/v1/messages", authorizations().get(1), body));
                check(new String(body, StandardCharsets.ISO_8859_1), other);
            }
        }
        assertThat(bugs).isEmpty();
    }
}
