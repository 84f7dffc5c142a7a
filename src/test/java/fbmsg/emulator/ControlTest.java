package fbmsg.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.emulator.webhook.Version;
import fbmsg.emulator.world.Entry;
import fbmsg.http.Headers;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The routes that are not of the API, and who may use them. */
class ControlTest {
    private static final String MESSAGES = "/emulator/users/23/messages";

    private final Town town = new Town();

    private Reply write(String json) throws Exception {
        return town.exchange(Request.postJson(MESSAGES, Headers.NONE, json));
    }

    @Test
    void whatAUserWritesIsDelivered() throws Exception {
        Reply reply = write("{\"text\":\"Hi\"}");

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.text()).isEqualTo("{\"message_uuid\":\"00000000-0000-4000-8000-000000000002\"}\n");
        assertThat(new String(town.webhooks.get(0).body(), StandardCharsets.UTF_8))
                .isEqualTo("{\"channel\":\"messenger\",\"message_uuid\":\"00000000-0000-4000-8000-000000000002\","
                        + "\"to\":\"107\",\"from\":\"23\",\"timestamp\":\"2026-03-04T05:06:07Z\","
                        + "\"message_type\":\"text\",\"text\":\"Hi\"}");
        assertThat(town.exchange(Request.get("/emulator/webhooks")).text())
                .startsWith("{\"webhooks\":[{\"event\":\"inbound\"")
                .contains("\"state\":\"delivered\"");
    }

    /** Else it would look like a fault of whoever waits for it. */
    @Test
    void whyNobodyIsToldIsSaid() throws Exception {
        town.control("POST", "clock", "{\"advance\":\"91d\"}");
        assertThat(write("{\"text\":\"Hi\"}").text())
                .contains("\"no_webhook\":\"the consent of the Page has ended (1370)");
        town.ask("DELETE", "/beta/chatapp-accounts/messenger/107", Town.basic(), "");
        town.ask("DELETE", "/v2/applications/" + Box.APPLICATION, Town.basic(), "");
        assertThat(write("{\"text\":\"Hi\"}").text())
                .contains("\"no_webhook\":\"the Page is linked to no application that has an inbound URL\"");
        assertThat(town.webhooks).isEmpty();
    }

    @Test
    void filesAndOtherPagesAndTheOldVersionToo() throws Exception {
        Town old = new Town(Version.V0_1, Optional.empty());
        old.control("POST", "users/23/messages", "{\"image\":\"https://example.com/a.png\",\"page\":\"108\"}");
        assertThat(new String(old.webhooks.get(0).body(), StandardCharsets.UTF_8))
                .contains("\"to\":{\"type\":\"messenger\",\"id\":\"108\"}")
                .contains("{\"type\":\"image\",\"image\":{\"url\":\"https://example.com/a.png\"}}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                              | 422
            {"text":""}                     | 422
            {"text":1}                      | 422
            {"text":"a","image":"b"}        | 422
            {"text":"a","txt":"b"}          | 422
            {"image":"nope"}                | 422
            {"image":"javascript:alert(1)"} | 422
            {"text":"a","page":""}          | 422
            {"text":"a","page":7}           | 422
            []                              | 400
            {"text":                        | 400
            """)
    void whatIsNoMessageIsRefused(String json, int status) throws Exception {
        Reply reply = write(json);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.text()).contains("\"title\"", "\"detail\"", "\"instance\"");
        assertThat(town.webhooks).isEmpty();
    }

    /** A form or a script of a page elsewhere can post without asking, but not as JSON. */
    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=a"})
    void onlyJsonIsTaken(String type) throws Exception {
        byte[] body = "{\"text\":\"Hi\"}".getBytes(StandardCharsets.UTF_8);
        Reply reply = town.exchange(new Request("POST", MESSAGES, Headers.of("Content-Type", type), body));
        assertThat(reply.status()).isEqualTo(415);
        assertThat(town.webhooks).isEmpty();
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
        Reply reply = town.exchange(new Request("GET", "/emulator/webhooks", headers, new byte[0]));
        assertThat(reply.status()).isEqualTo(status);
    }

    @Test
    void otherMethodsAndPathsAreSaid() throws Exception {
        assertThat(town.exchange(Request.postJson("/emulator/webhooks", Headers.NONE, "{}"))
                        .status())
                .isEqualTo(405);
        assertThat(town.exchange(Request.get(MESSAGES)).status()).isEqualTo(405);
        assertThat(town.exchange(Request.get("/emulator/nothing")).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"90s\"", "\"5m\"", "\"25h\"", "\"400d\"", "0"})
    void theClockIsMoved(String advance) throws Exception {
        Reply reply = town.control("POST", "clock", "{\"advance\":" + advance + "}");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.text()).isEqualTo(town.control("GET", "clock", "").text());
    }

    @Test
    void theClockGovernsMessagesAndNotTokensAndSignatures() throws Exception {
        town.control("POST", "clock", "{\"advance\":\"25h\"}");
        town.write();
        assertThat(town.inbound().get(0).text("timestamp")).contains("2026-03-05T06:06:07Z");
        assertThat(town.send("23", "").status()).as("the token is still good").isEqualTo(202);
        assertThat(town.emulator.sent().get(0).acceptedAt()).isEqualTo("2026-03-05T06:06:07Z");
        String token = town.webhooks.get(0).headers().first("Authorization").orElseThrow();
        assertThat(new String(Base64.getUrlDecoder().decode(token.split("[.]")[1]), StandardCharsets.UTF_8))
                .contains("\"iat\":" + Box.NOW.getEpochSecond());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"advance\":\"-1h\"}",
                "{\"advance\":\"1w\"}",
                "{\"advance\":[]}",
                "{\"advance\":\"99999d\"}"
            })
    void whatIsNoTimeIsRefused(String json) throws Exception {
        assertThat(town.control("POST", "clock", json).status()).isEqualTo(422);
        assertThat(town.control("GET", "clock", "").text()).isEqualTo("{\"now\":\"2026-03-04T05:06:07Z\"}\n");
    }

    @Test
    void resetForgets() throws Exception {
        town.write();
        town.send("23", "");
        town.control("POST", "clock", "{\"advance\":\"25h\"}");
        town.ask("POST", "/v2/applications", Town.basic(), "{\"name\":\"a\"}");
        assertThat(town.control("POST", "reset", "{}").status()).isEqualTo(204);

        assertThat(town.control("GET", "messages", "").text()).isEqualTo("{\"messages\":[]}\n");
        assertThat(town.control("GET", "webhooks", "").text()).isEqualTo("{\"webhooks\":[]}\n");
        assertThat(town.control("GET", "clock", "").text()).isEqualTo("{\"now\":\"2026-03-04T05:06:07Z\"}\n");
        assertThat(town.ask("GET", "/v2/applications", Town.basic(), "").text()).contains("\"total_items\":1");
        town.webhooks.clear();
        town.send("23", "");
        assertThat(town.told()).containsExactly("rejected 1300");
    }

    /** Nothing of before the reset comes after it. */
    @Test
    void whatIsUnderWayEndsWithAReset() throws Exception {
        town.write();
        town.webhooks.clear();
        town.listener = request -> {
            if (town.webhooks.size() == 1) {
                town.world.reset();
            }
            return Reply.of(503);
        };
        town.send("23", "");
        assertThat(town.told()).containsExactly("submitted");
    }

    /** Another page may ask without an Origin, for a picture; but a link to here may be followed. */
    @ParameterizedTest
    @CsvSource({
        "cross-site, no-cors, 403",
        "same-site, cors, 403",
        "cross-site, navigate, 200",
        "same-origin, cors, 200",
        "none, navigate, 200"
    })
    void whatAPageElsewhereEmbeds(String site, String mode, int status) throws Exception {
        Headers headers = Headers.of("Sec-Fetch-Site", site).with("Sec-Fetch-Mode", mode);
        assertThat(town.exchange(new Request("GET", "/emulator/messages", headers, new byte[0]))
                        .status())
                .isEqualTo(status);
    }

    /** A message's stand-in, a status and a webhook that wait are of the time before. */
    @Test
    void nothingOfBeforeAResetComesAfterIt() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (Streets streets = new Streets()) {
            for (int round = 0; round < 20; round++) {
                List<Future<?>> writers = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    writers.add(threads.submit(() -> {
                        streets.town.emulator.exchange(
                                Request.postJson("/emulator/users/23/messages", Headers.NONE, "{\"text\":\"Hi\"}"));
                        return streets.town.emulator.exchange(Request.postJson(
                                "/v1/messages",
                                Box.authorized(),
                                Town.text("24", ",\"failover\":[" + Town.text("23", "") + "]")));
                    }));
                }
                streets.town.world.reset();
                for (Future<?> writer : writers) {
                    writer.get(60, TimeUnit.SECONDS);
                }
                streets.await();
                Set<String> known = streets.town.world.ledger().entries().stream()
                        .map(Entry::messageUuid)
                        .collect(Collectors.toSet());
                assertThat(streets.town.world.courier().deliveries())
                        .allSatisfy(delivery ->
                                assertThat(known).contains(delivery.webhook().messageUuid()));
                assertThat(known).doesNotHaveDuplicates();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void messagesOfOneUserComeInTheirOrder() throws Exception {
        try (Streets streets = new Streets()) {
            for (int i = 0; i < 200; i++) {
                streets.town.emulator.exchange(
                        Request.postJson("/emulator/users/23/messages", Headers.NONE, "{\"text\":\"" + i + "\"}"));
            }
            streets.await();
            assertThat(streets.town.inbound().stream()
                            .map(webhook -> Integer.valueOf(webhook.text("text").orElseThrow())))
                    .hasSize(200)
                    .isSorted();
        }
    }

    /** Runs the town's tasks on many threads at once, as they come. */
    private static final class Streets implements AutoCloseable {
        final Town town = new Town();
        private final List<Thread> walkers = new ArrayList<>();

        Streets() {
            for (int i = 0; i < 4; i++) {
                Thread walker = new Thread(() -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        town.runTasks();
                    }
                });
                walker.setDaemon(true);
                walker.start();
                walkers.add(walker);
            }
        }

        void await() {
            while (!town.isIdle()) {
                Thread.onSpinWait();
            }
        }

        @Override
        public void close() {
            walkers.forEach(Thread::interrupt);
        }
    }

    /** A form of a page elsewhere can post without asking: its type is told, and it is not JSON. */
    @Test
    void aResetMayBeEmptyButNoForm() throws Exception {
        Headers form = Headers.of("Content-Type", "text/plain");
        assertThat(town.exchange(new Request("POST", "/emulator/reset", form, new byte[0]))
                        .status())
                .isEqualTo(415);
        assertThat(town.control("POST", "reset", "").status()).isEqualTo(204);
    }

    /** The names and places of the page's files stand in the page and in the program. */
    @Test
    void thePageHasAllItsFilesAndNothingFromElsewhere() throws Exception {
        Reply page = town.exchange(Request.get("/"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.headers().first("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self';");
        List<String> files = Pattern.compile("(?:src|href)=\"([^\"#]+)\"")
                .matcher(page.text())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(files).hasSizeGreaterThanOrEqualTo(3);
        for (String file : files) {
            assertThat(town.exchange(Request.get(file)).status()).as(file).isEqualTo(200);
        }
    }
}
