package fbmsg.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.Description;
import fbmsg.http.Headers;
import fbmsg.http.Reply;
import fbmsg.json.Document;
import fbmsg.json.JsonText;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages as the API makes, shows, links, changes and deletes them: one application a page. */
class PagesApiTest {
    private static final String ROOT = "/beta/chatapp-accounts";
    private static final String NEW = "{\"external_id\":\"108\",\"access_token\":\"EAAB\",\"name\":\"Shop\"}";

    private final Town town = new Town();

    private Reply ask(String method, String path, String json) throws Exception {
        Reply reply = town.ask(method, ROOT + path, Town.basic(), json);
        conforms(method, path, reply);
        return reply;
    }

    /** Against the published description, where it lies beside the project, and as far as it describes an answer. */
    private static void conforms(String method, String path, Reply reply) {
        if (!Files.isDirectory(Description.folder()) || reply.body().length == 0) {
            return;
        }
        String route = path.split("[?]")[0];
        boolean link = route.contains("/applications");
        String at = route.isEmpty() || route.equals("/")
                ? "/"
                : link
                        ? "/{provider}/{external_id}/applications" + (route.endsWith("s") ? "" : "/{application_id}")
                        : route.equals("/messenger") ? route : "/messenger/{external_id}";
        String pointer = "/paths/" + at.replace("/", "~1").replace("{", "%7B").replace("}", "%7D") + "/"
                + method.toLowerCase(Locale.ROOT) + "/responses/" + reply.status()
                + "/content/application~1json/schema";
        if (reply.status() == 404
                || reply.status() == 405
                || link && reply.status() == 400
                || method.equals("GET") && reply.status() == 400) {
            return; // the description has none
        }
        Description description = new Description("external-accounts.yml");
        if (at.equals("/") && reply.status() == 200) {
            // its items must be of three providers at once
            pointer = pointer + "/properties/_links";
            assertThat(description.objections(
                            pointer,
                            JsonText.compact(
                                    Town.parse(reply.body()).member("_links").orElseThrow())))
                    .isEmpty();
            return;
        }
        assertThat(description.objections(pointer, reply.text()))
                .as(method + " " + path)
                .isEmpty();
    }

    @Test
    void isMadeShownChangedLinkedAndDeleted() throws Exception {
        Reply made = ask("POST", "/messenger", NEW);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text())
                .isEqualTo(
                        "{\"provider\":\"messenger\",\"external_id\":\"108\",\"name\":\"Shop\",\"api_key\":\"abcd1234\","
                                + "\"applications\":[],\"access_token\":\"EAAB\"}");
        assertThat(ask("GET", "/messenger/108", "").text()).isEqualTo(made.text());
        assertThat(ask("PATCH", "/messenger/108", "{\"name\":\"New\",\"external_id\":\"108\"}")
                        .text())
                .contains("\"name\":\"New\"", "\"access_token\":\"EAAB\"");

        Reply linked = ask("POST", "/messenger/108/applications", "{\"application\":\"" + Box.APPLICATION + "\"}");
        assertThat(linked.status()).isEqualTo(200);
        assertThat(linked.text()).contains("\"applications\":[\"" + Box.APPLICATION + "\"]");
        assertThat(ask("POST", "/messenger/108/applications", "{\"application\":\"" + Box.APPLICATION + "\"}")
                        .status())
                .as("one application a page")
                .isEqualTo(409);
        town.control("POST", "users/23/messages", "{\"text\":\"Hi\",\"page\":\"108\"}");
        assertThat(town.inbound()).hasSize(1);

        assertThat(ask("DELETE", "/messenger/108/applications/" + Box.APPLICATION, "")
                        .status())
                .isEqualTo(204);
        assertThat(ask("DELETE", "/messenger/108/applications/" + Box.APPLICATION, "")
                        .status())
                .isEqualTo(409);
        town.control("POST", "users/23/messages", "{\"text\":\"Hi\",\"page\":\"108\"}");
        assertThat(town.inbound()).as("to whom?").hasSize(1);
        assertThat(ask("DELETE", "/messenger/108", "").status()).isEqualTo(204);
        assertThat(ask("GET", "/messenger/108", "").status()).isEqualTo(404);
    }

    @Test
    void lists() throws Exception {
        ask("POST", "/messenger", NEW);
        for (String path : new String[] {"", "/", "?provider=messenger", "?page_size=2&page_number=1"}) {
            Document list = Town.parse(ask("GET", path, "").body());
            assertThat(list.member("_embedded").flatMap(Document::items).orElseThrow())
                    .hasSize(2);
            assertThat(list.text("_embedded.1.external_id")).contains("108");
        }
        assertThat(ask("GET", "?page_size=1&page_number=2", "").text())
                .contains(
                        "\"page_number\":2,\"page_size\":1",
                        "\"_embedded\":[{\"provider\":\"messenger\",\"external_id\":\"108\"")
                .contains("\"prev\":{\"href\":\"/beta/chatapp-accounts?page_size=1&page_number=1\"}")
                .doesNotContain("\"next\"");
        assertThat(ask("GET", "?provider=whatsapp", "").text()).contains("\"_embedded\":[]");
        assertThat(ask("GET", "?provider=sms", "").status()).isEqualTo(400);
        assertThat(ask("GET", "?page_size=0", "").text()).contains("\"invalid_params\":[{\"name\":\"page_size\"");
    }

    @Test
    void aTokenOfAnApplicationIsEnough() throws Exception {
        assertThat(town.ask("GET", ROOT, Box.authorized(), "").status()).isEqualTo(200);
        Reply refused = town.ask("GET", ROOT, Headers.NONE, "");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text())
                .startsWith(
                        "{\"title\":\"Unauthorised\",\"detail\":\"Request header 'Authorization' missing / Invalid Token");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            POST  | /messenger     | {}                                          | 400 | external_id
            POST  | /messenger     | {"external_id":"1"}                         | 400 | access_token
            POST  | /messenger     | {"external_id":7,"access_token":"a"}        | 400 | external_id
            POST  | /messenger     | {"external_id":"107","access_token":"a"}    | 400 | exists already
            POST  | /messenger     | {"external_id":"1","access_token":"a","applications":["a","b"]} | 400 | applications
            POST  | /messenger     | {"external_id":"1","access_token":"a","applications":["a"]} | 403 | Cannot link application
            POST  | /messenger     | [                                           | 400 | The body is not JSON
            PATCH | /messenger/107 | {"external_id":"108"}                       | 400 | cannot be changed
            PATCH | /messenger/107 | {"access_token":""}                         | 400 | access_token
            PATCH | /messenger/109 | {}                                          | 404 | Not Found
            PUT   | /messenger/107 | {}                                          | 405 | not supported
            PUT   | /messenger     | {}                                          | 405 | not supported
            POST  | /              | {}                                          | 405 | not supported
            POST  | /messenger/107/applications | {}                             | 400 | application
            POST  | /messenger/107/applications | {"application":"nobody's"}     | 403 | Cannot link application
            POST  | /messenger/109/applications | {"application":"a"}            | 404 | Not Found
            POST  | /whatsapp/107/applications  | {"application":"a"}            | 404 | Not Found
            POST  | /sms           | {}                                          | 404 | Not Found
            POST  | /messenger/107/other/a      | {}                             | 404 | Not Found
            POST  | /messenger/107/applications/a/b | {}                         | 404 | Not Found
            """)
    void refusals(String method, String path, String json, int status, String words) throws Exception {
        Reply reply = ask(method, path, json);
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.text()).contains(words, "\"title\":");
    }

    @Test
    void anIdMayHaveToBeEscaped() throws Exception {
        ask("POST", "/messenger", "{\"external_id\":\"a b/c\",\"access_token\":\"t\"}");
        assertThat(town.ask("GET", ROOT + "/messenger/a%20b%2Fc", Town.basic(), "")
                        .text())
                .contains("\"external_id\":\"a b/c\"");
        assertThat(town.ask("GET", ROOT + "/messenger/%zz", Town.basic(), "").status())
                .isEqualTo(404);
    }

    @Test
    void whatIsRememberedWholeMustBeSmall() throws Exception {
        String large = "{\"external_id\":\"1\",\"access_token\":\"t\",\"name\":\"" + "a".repeat(70_000) + "\"}";
        assertThat(town.ask("POST", ROOT + "/messenger", Town.basic(), large).status())
                .isEqualTo(413);
        assertThat(town.ask("POST", "/v2/applications", Town.basic(), large).status())
                .isEqualTo(413);
    }

    /** The first one is what users write to. */
    @Test
    void theOldestGoesWhenThereAreTooManyButNotTheFirst() throws Exception {
        for (int i = 0; i < 1_001; i++) {
            town.world.pages().add("p" + i, Optional.empty(), "t", Optional.empty());
        }
        assertThat(town.world.pages().all()).hasSize(1_000);
        assertThat(town.world.pages().find(Town.PAGE)).isPresent();
        assertThat(town.world.pages().find("p1")).isEmpty();
        assertThat(town.world.pages().find("p1000")).isPresent();
    }
}
