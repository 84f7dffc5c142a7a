package fbmsg.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.emulator.webhook.Version;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.json.Document;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the page's messages, as its owner is told. */
class StatusesTest {
    private final Town town = new Town();

    @Test
    void whoHasWrittenIsGivenTheMessageAndReadsIt() throws Exception {
        town.write();
        town.waits.clear();
        Reply reply = town.send(Town.USER, ",\"client_ref\":\"order-42\"");

        assertThat(reply.status()).isEqualTo(202);
        assertThat(town.told()).containsExactly("submitted", "delivered", "read");
        assertThat(town.statuses())
                .allSatisfy(status -> assertThat(List.of(
                                status.text("message_uuid"),
                                status.text("to"),
                                status.text("from"),
                                status.text("client_ref")))
                        .containsExactly(
                                Town.parse(reply.body()).text("message_uuid"),
                                Optional.of(Town.USER),
                                Optional.of(Town.PAGE),
                                Optional.of("order-42")));
        assertThat(town.waits.stream().mapToLong(Duration::toMillis).sum()).isEqualTo(2_000);
        assertThat(town.control("GET", "messages", "").text())
                .contains("\"statuses\":[{\"status\":\"submitted\",\"at\":\"2026-03-04T05:06:07Z\"},"
                        + "{\"status\":\"delivered\",\"at\":\"2026-03-04T05:06:07Z\"},"
                        + "{\"status\":\"read\",\"at\":\"2026-03-04T05:06:07Z\"}]");
    }

    /** The API takes the message all the same: the refusal comes later. */
    @ParameterizedTest
    @CsvSource({"V1, error.title", "V0_1, error.code"})
    void whoHasNeverWrittenIsNot(Version version, String code) throws Exception {
        Town other = new Town(version, Optional.empty());
        Reply reply = other.send(Town.USER, "");

        assertThat(reply.status()).isEqualTo(202);
        assertThat(other.statuses()).singleElement().satisfies(status -> {
            assertThat(status.text("status")).contains("rejected");
            assertThat(status.textOrNumber(code)).contains("1300");
        });
        assertThat(other.control("GET", "messages", "").text())
                .contains("\"error\":{\"code\":1300,\"reason\":\"Not part of the provider network\"}");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "24h,    none,                                 read",
                "86401,  none,                                 rejected 1340",
                "86401,  '\"category\":\"response\"',          rejected 1340",
                "86401,  '\"category\":\"update\"',            rejected 1340",
                "86401,  '\"category\":\"update\",\"tag\":\"ACCOUNT_UPDATE\"', rejected 1340",
                "60d,    '\"category\":\"message_tag\",\"tag\":\"ACCOUNT_UPDATE\"', read",
                "7d,     '\"category\":\"message_tag\",\"tag\":\"HUMAN_AGENT\"', read",
                "604801, '\"category\":\"message_tag\",\"tag\":\"HUMAN_AGENT\"', rejected 1340",
                "1s,     '\"category\":\"message_tag\",\"tag\":\"NON_PROMOTIONAL\"', rejected 1021",
                "90d,    '\"category\":\"message_tag\",\"tag\":\"ACCOUNT_UPDATE\"', read",
                "91d,    '\"category\":\"message_tag\",\"tag\":\"ACCOUNT_UPDATE\"', rejected 1370",
            })
    void timePasses(String advance, String options, String last) throws Exception {
        town.write();
        assertThat(town.control("POST", "clock", "{\"advance\":\"" + advance + "\"}")
                        .status())
                .isEqualTo(200);
        town.send(Town.USER, options == null ? "" : ",\"messenger\":{" + options + "}");

        assertThat(town.told()).last().isEqualTo(last);
    }

    /** The page's owner gives Facebook's consent again by a new token. */
    @Test
    void aPageThatHasExpiredIsHeardAgainWithANewToken() throws Exception {
        town.control("POST", "clock", "{\"advance\":\"91d\"}");
        town.write();
        assertThat(town.inbound()).isEmpty();

        town.ask("PATCH", "/beta/chatapp-accounts/messenger/107", Town.basic(), "{\"access_token\":\"new\"}");
        town.write();
        town.send(Town.USER, "");

        assertThat(town.inbound()).hasSize(1);
        assertThat(town.told()).last().isEqualTo("read");
    }

    @Test
    void theMessageSaysWhereItsStatusesGoAndInWhichForm() throws Exception {
        town.write();
        town.send(Town.USER, ",\"webhook_url\":\"http://127.0.0.1:3000/mine\",\"webhook_version\":\"v0.1\"");

        assertThat(town.statuses()).isEmpty();
        assertThat(town.posted("/mine"))
                .hasSize(3)
                .allSatisfy(status -> assertThat(status.text("to.id")).contains(Town.USER));
    }

    /** The description wants a string, no more: what is none is not posted, and said. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "",
                "http://",
                "http://[::1",
                "http://127.0.0.1:99999/",
                "http://127.0.0.1:-1/",
                "http://127.0.0.1:x/",
                "ftp://127.0.0.1/",
                "mailto:a@b",
                "http:///path",
                "http://a b/",
                "http://user:secret@127.0.0.1/",
                "http://example.com/in-the-clear",
                "https://xn--/",
                "http://127.0.0.1\\u0000/"
            })
    void aWebhookUrlThatIsNoneIsShown(String url) throws Exception {
        town.write();
        town.webhooks.clear();
        town.send(Town.USER, ",\"webhook_url\":\"" + url + "\"");

        assertThat(town.told()).isEmpty();
        assertThat(town.emulator.sent().get(0).statuses()).hasSize(3);
        String shown = town.control("GET", "webhooks", "").text();
        assertThat(shown.substring(shown.indexOf("\"event\":\"status\"")))
                .contains("\"answer\":")
                .doesNotContain("\"waiting\"");
    }

    @Test
    void whatIsRejectedHasItsStandIn() throws Exception {
        town.write();
        Reply reply = town.send(
                "24",
                ",\"failover\":[" + Town.text("25", "") + "," + Town.text(Town.USER, "") + "," + Town.text("26", "")
                        + "]");

        Document answer = Town.parse(reply.body());
        String workflow = answer.text("workflow_id").orElseThrow();
        assertThat(town.told()).containsExactly("rejected 1300", "rejected 1300", "submitted", "delivered", "read");
        assertThat(town.statuses().get(0).text("message_uuid")).isEqualTo(answer.text("message_uuid"));
        assertThat(town.statuses().stream()
                        .map(status -> status.text("message_uuid"))
                        .distinct())
                .hasSize(3);
        assertThat(town.statuses())
                .allSatisfy(status ->
                        assertThat(status.text("workflow.workflow_id")).contains(workflow));
        assertThat(town.statuses().stream()
                        .map(status -> status.text("workflow.items_number").orElseThrow() + "/"
                                + status.text("workflow.items_total").orElseThrow()))
                .containsExactly("1/4", "2/4", "3/4", "3/4", "3/4");
    }

    /** All ids are taken when the request is answered: what a seed repeats must not depend on when a message is rejected. */
    @Test
    void theIdsOfStandInsAreTakenAtOnce() throws Exception {
        Town repeatable = new Town();
        String first = Town.parse(repeatable
                        .emulator
                        .exchange(Request.postJson(
                                "/v1/messages",
                                Box.authorized(),
                                Town.text("24", ",\"failover\":[" + Town.text("25", "") + "]")))
                        .body())
                .text("message_uuid")
                .orElseThrow();
        String next = Town.parse(repeatable.send("26", "").body())
                .text("message_uuid")
                .orElseThrow();
        assertThat(Integer.parseInt(next.substring(24)) - Integer.parseInt(first.substring(24)))
                .as("the stand-in's, and the request's")
                .isEqualTo(3);
    }

    /** Not one that nobody can be given: the API speaks of rejected ones alone. */
    @Test
    void whatIsUndeliverableHasNoStandIn() throws Exception {
        town.write();
        town.send("9000000000001260", ",\"failover\":[" + Town.text(Town.USER, "") + "]");

        assertThat(town.told()).containsExactly("undeliverable 1260");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "image, https://example.com/a.png,        none,  read",
                "image, https://example.com/a.webp,       none,  rejected 1382",
                "image, https://example.com/a,            none,  read",
                "audio, https://example.com/a.MP3,        none,  read",
                "audio, https://example.com/a.ogg,        none,  rejected 1382",
                "video, https://example.com/a.mov?b=.mp4, none,  rejected 1382",
                "file,  https://example.com/a.anything,   none,  read",
                "file,  https://nowhere.invalid/a.pdf,    none,  rejected 1380",
                "file,  'https://[/',                     none,  rejected 1380",
                "image, http://127.0.0.1:8000/a.png,      '200 image/png 100',       read",
                "image, http://127.0.0.1:8000/a.png,      '404 text/html 100',       rejected 1380",
                "image, http://localhost:8000/a.png,      '200 text/html 100',       rejected 1382",
                "image, http://127.0.0.1:8000/a.png,      '200 image/png 8388609',   rejected 1381",
                "video, http://127.0.0.1:8000/a.mp4,      '200 video/mp4 8388609',   read",
                "file,  http://127.0.0.1:8000/a.zip,      '200 application/zip 26214401', rejected 1381",
                "file,  http://127.0.0.1:8000/a.zip,      '405 text/html 0',         read",
            })
    void mediaAreLookedAt(String type, String url, String answer, String last) throws Exception {
        town.write();
        town.listener = request -> {
            String[] parts =
                    answer == null || !request.method().equals("HEAD") ? new String[] {"200"} : answer.split(" ");
            Reply reply = Reply.of(Integer.parseInt(parts[0]));
            return parts.length == 1
                    ? reply
                    : reply.header("Content-Type", parts[1]).header("Content-Length", parts[2]);
        };
        String body = Town.text(Town.USER, "")
                .replace("\"text\":\"a\"", "\"" + type + "\":{\"url\":\"" + url + "\"}")
                .replace("\"message_type\":\"text\"", "\"message_type\":\"" + type + "\"");
        assertThat(town.ask("POST", "/v1/messages", Box.authorized(), body).status())
                .isEqualTo(202);

        assertThat(town.told()).first().isEqualTo("submitted");
        assertThat(town.told()).last().isEqualTo(last);
        assertThat(town.webhooks.stream().anyMatch(request -> request.method().equals("HEAD")))
                .as("only this machine is asked")
                .isEqualTo(answer != null);
    }
}
