package fbmsg.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fbmsg.Description;
import fbmsg.emulator.world.Application;
import fbmsg.http.Headers;
import fbmsg.http.Reply;
import fbmsg.json.Document;
import fbmsg.json.JsonText;
import fbmsg.jwt.ApplicationToken;
import fbmsg.jwt.PrivateKeyFile;
import fbmsg.jwt.PublicKeyFile;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Applications as the API v2 makes, shows, changes and deletes them. */
class ApplicationsApiTest {
    private static final String ROOT = "/v2/applications";
    private static final String MESSAGES = "{\"messages\":{\"version\":\"v0.1\",\"webhooks\":{"
            + "\"inbound_url\":{\"address\":\"http://127.0.0.1:3000/new/in\",\"http_method\":\"POST\"},"
            + "\"status_url\":{\"address\":\"http://127.0.0.1:3000/new/status\",\"http_method\":\"POST\"}}}}";

    private final Town town = new Town();

    private Reply ask(String method, String path, String json) throws Exception {
        Reply reply = town.ask(method, path, Town.basic(), json);
        conforms(method, path, reply);
        return reply;
    }

    /** Against the published description, where it lies beside the project. */
    private static void conforms(String method, String path, Reply reply) {
        if (!Files.isDirectory(Description.folder()) || reply.body().length == 0 || path.length() > 60) {
            return;
        }
        Description description = new Description("application-v2-messages.yml");
        boolean one = path.startsWith(ROOT + "/");
        String at = "/paths/" + ROOT.replace("/", "~1") + (one ? "~1%7Bid%7D" : "") + "/"
                + method.toLowerCase(Locale.ROOT) + "/responses/" + reply.status();
        String named = switch (reply.status()) {
            case 401 -> "/components/responses/BadCredentialsError";
            case 404 -> "/components/responses/NotFoundError";
            case 405 -> "/components/responses/InvalidRequestMethod";
            case 406 -> "/components/responses/InvalidAcceptHeader";
            case 415 -> "/components/responses/UnsupportedContentTypeHeader";
            case 400 -> method.equals("GET") ? at : "/components/responses/InvalidPayloadError";
            default -> at;
        };
        assertThat(description.objections(named + "/content/application~1json/schema", reply.text()))
                .as(method + " " + path)
                .isEmpty();
    }

    private String create(String json) throws Exception {
        Reply reply = ask("POST", ROOT, json);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return Town.parse(reply.body()).text("id").orElseThrow();
    }

    @Test
    void theKeyIsMadeAndShownOnceAndGood() throws Exception {
        Document made = Town.parse(ask("POST", ROOT, "{\"name\":\"mine\",\"capabilities\":" + MESSAGES + "}")
                .body());
        String id = made.text("id").orElseThrow();
        assertThat(made.text("name")).contains("mine");
        assertThat(ask("GET", ROOT + "/" + id, "").text())
                .doesNotContain("private_key")
                .contains("\"capabilities\":" + MESSAGES, "\"improve_ai\":true");

        String token = ApplicationToken.sign(
                ApplicationToken.claims(id, Box.NOW, "j", Box.NOW.plus(Duration.ofMinutes(1)))
                        .build(),
                PrivateKeyFile.read(made.text("keys.private_key").orElseThrow(), "of the answer"));
        String body = Town.text("23", "").replace(Town.PAGE, "108");
        Headers bearer = Headers.of("Authorization", "Bearer " + token);
        assertThat(town.ask("POST", "/v1/messages", bearer, body).status()).isEqualTo(202);
        assertThat(town.posted("/new/status"))
                .singleElement()
                .satisfies(status -> assertThat(status.text("from.id")).contains("108"));
        town.control("POST", "users/23/messages", "{\"text\":\"Hi\",\"page\":\"108\"}");
        assertThat(town.posted("/new/in")).hasSize(1);
    }

    @Test
    void aKeyThatIsGivenIsKept() throws Exception {
        String pem = PublicKeyFile.print(Box.OTHER_KEYS.publicKey());
        Document made = Town.parse(ask(
                        "POST",
                        ROOT,
                        "{\"name\":\"a\",\"keys\":{\"public_key\":" + JsonText.compact(Document.of(pem))
                                + "},\"privacy\":{\"improve_ai\":false}}")
                .body());
        assertThat(made.text("keys.public_key")).contains(pem);
        assertThat(made.text("keys.private_key")).isEmpty();
        assertThat(made.at("privacy.improve_ai")).contains(Document.of(false));
    }

    @Test
    void anUpdateReplacesAllButTheKey() throws Exception {
        String id = create("{\"name\":\"a\",\"capabilities\":" + MESSAGES + "}");
        String key = Town.parse(ask("GET", ROOT + "/" + id, "").body())
                .text("keys.public_key")
                .orElseThrow();

        Document updated =
                Town.parse(ask("PUT", ROOT + "/" + id, "{\"name\":\"b\"}").body());

        assertThat(updated.text("name")).contains("b");
        assertThat(updated.text("keys.public_key")).contains(key);
        assertThat(JsonText.compact(updated)).contains("\"capabilities\":{}").doesNotContain("private_key");
        assertThat(Town.parse(ask("GET", ROOT + "/" + id, "").body())).isEqualTo(updated);
    }

    @Test
    void whatIsDeletedIsGoneAndItsPagesAreFree() throws Exception {
        assertThat(ask("DELETE", ROOT + "/" + Box.APPLICATION, "").status()).isEqualTo(204);
        assertThat(ask("GET", ROOT + "/" + Box.APPLICATION, "").status()).isEqualTo(404);
        assertThat(ask("DELETE", ROOT + "/" + Box.APPLICATION, "").text())
                .contains("ID '" + Box.APPLICATION + "' does not exist, or you do not have access");
        assertThat(town.send("23", "").status()).isEqualTo(401);
        assertThat(town.world.pages().find(Town.PAGE).orElseThrow().application())
                .isEmpty();
    }

    @Test
    void listsInParts() throws Exception {
        for (int i = 0; i < 24; i++) {
            town.world.applications().add(new Application("id" + i, Box.KEYS.publicKey()));
        }
        Document first = Town.parse(ask("GET", ROOT, "").body());
        assertThat(first.textOrNumber("total_items")).contains("25");
        assertThat(first.textOrNumber("total_pages")).contains("3");
        assertThat(first.at("_embedded.applications").flatMap(Document::items).orElseThrow())
                .hasSize(10);
        assertThat(first.text("_links.next.href")).contains(ROOT + "?page_size=10&page=2");

        Document last = Town.parse(ask("GET", ROOT + "?page=3&page_size=10", "").body());
        assertThat(last.at("_embedded.applications").flatMap(Document::items).orElseThrow())
                .hasSize(5);
        assertThat(last.text("_embedded.applications.4.id")).contains("id23");
        assertThat(last.member("_links").orElseThrow().member("next")).isEmpty();
        Document beyond = Town.parse(ask("GET", ROOT + "?page=4", "").body());
        assertThat(beyond.at("_embedded.applications").flatMap(Document::items).orElseThrow())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"page_size=0", "page_size=1001", "page=0", "page=x", "page_size=", "page=99999999999"})
    void whatIsNoPartIsRefused(String query) throws Exception {
        Reply reply = ask("GET", ROOT + "?" + query, "");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("application#list-validation", "\"name\":\"" + query.split("=")[0] + "\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                       | name: is required.
            {"name":""}                                              | name: Must be a string that is not empty.
            {"name":"a","keys":7}                                    | keys: Must be an object.
            {"name":"a","keys":{"public_key":"x"}}                   | keys.public_key: Must be an RSA public key in PEM form.
            {"name":"a","capabilities":[]}                           | capabilities: Must be an object.
            {"name":"a","capabilities":{"messages":{"version":"v2"}}} | capabilities.messages.version: Must be one of `v0.1` or `v1`.
            {"name":"a","capabilities":{"messages":{"webhooks":{"inbound_url":{"http_method":"GET"}}}}} | capabilities.messages.webhooks.inbound_url.http_method: must be one of: POST
            {"name":"a","capabilities":{"messages":{"webhooks":{"status_url":{"address":"x"}}}}} | capabilities.messages.webhooks.status_url.address: Must be an http or https URL.
            {"name":"a","privacy":{"improve_ai":"no"}}               | privacy.improve_ai: Must be true or false.
            """)
    void whatBreaksARuleIsRefused(String json, String invalid) throws Exception {
        for (String[] call : List.of(new String[] {"POST", ROOT}, new String[] {"PUT", ROOT + "/" + Box.APPLICATION})) {
            Reply reply = ask(call[0], call[1], json);
            assertThat(reply.status()).isEqualTo(400);
            Document answer = Town.parse(reply.body());
            assertThat(answer.text("type"))
                    .contains("https://developer.vonage.com/api-errors/application#payload-validation");
            assertThat(answer.text("invalid_parameters.0.name").orElseThrow() + ": "
                            + answer.text("invalid_parameters.0.reason").orElseThrow())
                    .isEqualTo(invalid);
        }
    }

    @Test
    void otherRefusals() throws Exception {
        assertThat(town.ask("GET", ROOT, Box.authorized(), "").status())
                .as("tokens are not enough")
                .isEqualTo(401);
        assertThat(town.ask("GET", ROOT, Headers.NONE, "").text()).contains("Invalid credentials supplied");
        assertThat(ask("PATCH", ROOT, "{}").status()).isEqualTo(405);
        assertThat(ask("POST", ROOT + "/" + Box.APPLICATION, "{}").status()).isEqualTo(405);
        assertThat(ask("POST", ROOT, "{").status()).isEqualTo(400);
        assertThat(ask("POST", ROOT, "").status()).isEqualTo(415);
        assertThat(town.ask("GET", ROOT, Town.basic().with("Accept", "text/html"), "")
                        .status())
                .isEqualTo(406);
        assertThat(town.ask("GET", ROOT, Town.basic().with("Accept", "application/json, */*;q=0.1"), "")
                        .status())
                .isEqualTo(200);
    }

    /** Without this, a schema that is not found would accept everything. */
    @Test
    void theDescriptionObjectsToWhatIsWrong() {
        assumeTrue(Files.isDirectory(Description.folder()), "there are no API descriptions beside the project");
        assertThat(new Description("application-v2-messages.yml")
                        .objections("/components/schemas/ApplicationResponseCollection", "{\"page\":\"x\"}"))
                .isNotEmpty();
    }

    @Test
    void theOldestGoesWhenThereAreTooManyButNotTheFirst() {
        for (int i = 0; i < 1_001; i++) {
            town.world.applications().add(new Application("id" + i, Box.KEYS.publicKey()));
        }
        assertThat(town.world.applications().all()).hasSize(1_000);
        assertThat(town.world.applications().find(Box.APPLICATION)).isPresent();
        assertThat(town.world.applications().find("id0")).isEmpty();
        assertThat(town.world.applications().find("id1000")).isPresent();
    }
}
