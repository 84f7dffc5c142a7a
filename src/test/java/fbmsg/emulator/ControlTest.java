package fbmsg.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.emulator.webhook.CallbackUrl;
import fbmsg.emulator.webhook.Courier;
import fbmsg.emulator.webhook.Version;
import fbmsg.emulator.webhook.WebhookSigner;
import fbmsg.http.Headers;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The routes that are not of the API, and who may use them. */
class ControlTest {
    private static final String MESSAGES = "/emulator/users/23/messages";

    private final List<Request> webhooks = new ArrayList<>();
    private final Emulator emulator = emulator(Version.V1);

    private Emulator emulator(Version version) {
        Courier courier = new Courier(
                new WebhookSigner("secret", Optional.empty(), Optional.empty(), Box.CLOCK, Box.countedIds()),
                (destination, timeout, offline) -> request -> {
                    webhooks.add(request);
                    return Reply.of(200);
                },
                (from, task) -> task.run(),
                Box.CLOCK,
                1);
        CallbackUrl inbound = CallbackUrl.of("http://127.0.0.1:3000/in");
        CallbackUrl status = CallbackUrl.of("http://127.0.0.1:3000/status");
        Users users = new Users(courier, "107", inbound, status, version, Box.CLOCK, Box.countedIds());
        return new Emulator(List.of(), Optional.of(users), Box.CLOCK, Box.countedIds());
    }

    private Reply write(String json) throws Exception {
        return emulator.exchange(Request.postJson(MESSAGES, Headers.NONE, json));
    }

    private String webhook() {
        return new String(webhooks.get(0).body(), StandardCharsets.UTF_8);
    }

    @Test
    void whatAUserWritesIsDelivered() throws Exception {
        Reply reply = write("{\"text\":\"Hi\"}");

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.text()).isEqualTo("{\"message_uuid\":\"00000000-0000-4000-8000-000000000001\"}\n");
        assertThat(webhook())
                .isEqualTo("{\"channel\":\"messenger\",\"message_uuid\":\"00000000-0000-4000-8000-000000000001\","
                        + "\"to\":\"107\",\"from\":\"23\",\"timestamp\":\"2026-03-04T05:06:07Z\","
                        + "\"message_type\":\"text\",\"text\":\"Hi\"}");
        assertThat(emulator.exchange(Request.get("/emulator/webhooks")).text())
                .startsWith("{\"webhooks\":[{\"event\":\"inbound\"")
                .contains("\"state\":\"delivered\"");
    }

    @Test
    void filesAndOtherPagesAndTheOldVersionToo() throws Exception {
        emulator(Version.V0_1)
                .exchange(Request.postJson(
                        MESSAGES, Headers.NONE, "{\"image\":\"https://example.com/a.png\",\"page\":\"108\"}"));
        assertThat(webhook())
                .contains("\"to\":{\"type\":\"messenger\",\"id\":\"108\"}")
                .contains("{\"type\":\"image\",\"image\":{\"url\":\"https://example.com/a.png\"}}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                              | 422
            {"text":""}                     | 422
            {"text":1}                      | 422
            {"text":"a","image":"b"}        | 422
            {"text":"a","page":""}          | 422
            {"text":"a","page":7}           | 422
            []                              | 422
            {"text":                        | 400
            """)
    void whatIsNoMessageIsRefused(String json, int status) throws Exception {
        Reply reply = write(json);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.text()).contains("\"title\"", "\"detail\"", "\"instance\"");
        assertThat(webhooks).isEmpty();
    }

    /** A form or a script of a page elsewhere can post without asking, but not as JSON. */
    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=a"})
    void onlyJsonIsTaken(String type) throws Exception {
        byte[] body = "{\"text\":\"Hi\"}".getBytes(StandardCharsets.UTF_8);
        Reply reply = emulator.exchange(new Request("POST", MESSAGES, Headers.of("Content-Type", type), body));
        assertThat(reply.status()).isEqualTo(415);
        assertThat(webhooks).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            127.0.0.1:4010     | none                    | 200
            localhost:4010     | http://localhost:4010   | 200
            [::1]:4010         | none                    | 200
            none               | none                    | 200
            evil.example:4010  | none                    | 403
            127.0.0.1.evil.example | none                | 403
            127.0.0.1:4010     | https://evil.example    | 403
            127.0.0.1:4010     | http://127.0.0.1:5000   | 403
            127.0.0.1:4010     | null                    | 403
            """)
    void aPageElsewhereIsAStranger(String host, String origin, int status) throws Exception {
        Headers headers = host == null ? Headers.NONE : Headers.of("Host", host);
        headers = origin == null ? headers : headers.with("Origin", origin);
        Reply reply = emulator.exchange(new Request("GET", "/emulator/webhooks", headers, new byte[0]));
        assertThat(reply.status()).isEqualTo(status);
    }

    @Test
    void otherMethodsAndPathsAreSaid() throws Exception {
        assertThat(emulator.exchange(Request.postJson("/emulator/webhooks", Headers.NONE, "{}"))
                        .status())
                .isEqualTo(405);
        assertThat(emulator.exchange(Request.get(MESSAGES)).status()).isEqualTo(405);
        assertThat(emulator.exchange(Request.get("/emulator/nothing")).status()).isEqualTo(404);
        assertThat(new Box()
                        .emulator
                        .exchange(Request.get("/emulator/webhooks"))
                        .status())
                .as("where nobody writes")
                .isEqualTo(404);
    }
}
