package fbmsg.cli.build.explain;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.catalogue.Catalogue;
import fbmsg.cli.TestHost;
import fbmsg.cli.TestHost.Run;
import fbmsg.json.Document;
import fbmsg.json.Json;
import fbmsg.json.MalformedJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainCommandTest {
    private static final String LOW_BALANCE = """
            402: Low balance
            answered at once, HTTP 402, type #low-balance
              means   The Vonage account has too little money left. Nothing was sent.
              retry   after a fix
              next    Top up the account in the dashboard, then send again.
              source  Vonage Messages API description 1.20.0, 2026-10
            """;

    @TempDir
    private Path home;

    private Run run(String... args) {
        return TestHost.in(home).run(args);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "402",
                "#low-balance",
                "low-balance",
                "https://developer.vonage.com/api-errors/#low-balance",
                "Low balance"
            })
    void aStatusAFragmentATypeAndATitleAreTheSame(String code) {
        run("explain", code).is(0, LOW_BALANCE, "");
    }

    @Test
    void bothListsAreShownWhereTheyDiffer() {
        run("explain", "1150").is(0, """
                        It means 2 things: it depends on where you met it.

                        422 #1150: Invalid params
                        answered at once, HTTP 422, type #1150
                          means   A member of the message is missing or wrong; invalid_parameters names
                                  it, for example image.url.
                          retry   after a fix
                          next    Correct it: a text has 1 to 640 characters, a media URL begins with
                                  http:// or https://.
                          source  Vonage Messages API description 1.20.0, 2026-10

                        1150: Invalid Message class
                        told later, by a status webhook; not of Messenger
                          means   The message class of an SMS is out of range.
                          retry   after a fix
                          next    Give a class of 0 to 3, or none.
                          source  Vonage Messages API description 1.20.0, 2026-10
                        """, "");
    }

    @Test
    void aStatusNamesItsKinds() {
        assertThat(run("explain", "401").out())
                .startsWith("401: Unauthorized\nanswered at once, HTTP 401\n")
                .endsWith("""

                          its kinds, by the end of the error's type (fbmsg explain KIND):
                            #unathorized    You did not provide correct credentials.
                            #unprovisioned  The crendentials provided do not have access to the
                                            requested product
                        """);
    }

    @Test
    void aTagHasAState() {
        run("explain", "account_update").is(0, """
                        ACCOUNT_UPDATE
                        message tag, usable since 2020-03-04
                          means   A change of the user's account or application that does not come
                                  regularly: a decision, a fraud alert.
                          next    Send it with --category message_tag --tag ACCOUNT_UPDATE; no
                                  promotion, no survey, no regular statements.
                          source  Meta, Message Tags, 2020-03-04
                        """, "");
        assertThat(run("explain", "GAME_EVENT").out()).contains("\nmessage tag, removed since 2020-03-04\n");
        assertThat(run("explain", "CUSTOMER_FEEDBACK").out()).contains("\nmessage tag, not known to be usable\n");
    }

    @Test
    void asJsonItIsOneObject() {
        run("explain", "#low-balance", "--json").is(0, """
                        {"v":1,"code":"low-balance","entries":[{"list":"api","status":402,"code":"402",\
                        "title":"Low balance","retry":"after_fix","fragments":["low-balance"],\
                        "meaning":"The Vonage account has too little money left. Nothing was sent.",\
                        "next":"Top up the account in the dashboard, then send again.",\
                        "source":"Vonage Messages API description 1.20.0, 2026-10"}]}
                        """, "");
        Document both = json(run("explain", "1120", "--json").out());
        assertThat(both.text("entries.0.list")).contains("api");
        assertThat(both.text("entries.1.list")).contains("delivery");
        Document status = json(run("explain", "401", "--json").out());
        assertThat(status.text("entries.0.kinds.1")).contains("unprovisioned");
        Document tag = json(run("explain", "CUSTOMER_FEEDBACK", "--json").out());
        assertThat(tag.text("entries.0.state")).contains("unknown");
        assertThat(tag.at("entries.0.since")).isEmpty();
    }

    /** What {@code --all --json} prints is what the codes print one by one. */
    @Test
    void allAsJsonIsALineACode() {
        List<String> lines = run("explain", "--all", "--json").out().lines().toList();

        assertThat(lines).hasSameSizeAs(Catalogue.codes());
        for (int i = 0; i < lines.size(); i++) {
            assertThat(json(lines.get(i)).text("code"))
                    .contains(Catalogue.codes().get(i));
        }
        for (int i = 0; i < lines.size(); i += 25) {
            run("explain", Catalogue.codes().get(i), "--json").is(0, lines.get(i) + "\n", "");
        }
    }

    @Test
    void allIsATableThatFitsATerminal() {
        Run all = run("explain", "--all");

        assertThat(all.exit()).isZero();
        assertThat(all.err()).isEmpty();
        assertThat(all.out().lines())
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(80).doesNotMatch(".*\\s"))
                .contains(
                        "  402 #low-balance              after a fix  Low balance",
                        "    #1120                       after a fix  Invalid sender",
                        "  1340                          after a fix  Outside of the allowed window",
                        "  HUMAN_AGENT                   usable       2020-03-04");
        assertThat(Catalogue.codes()).allSatisfy(code -> assertThat(all.out()).containsPattern("[ #]" + code + "\\s"));
    }

    @Test
    void everyExplanationFitsATerminal() {
        assertThat(Catalogue.codes())
                .allSatisfy(code -> assertThat(run("explain", code).out().lines())
                        .allSatisfy(line ->
                                assertThat(line).hasSizeLessThanOrEqualTo(80).doesNotMatch(".*\\s")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1341|nothing is known of the code '1341'; did you mean 1340, 1331 or 1381? see: fbmsg explain --all",
                "window|nothing is known of the code 'window'; did you mean 1340? see: fbmsg explain --all",
                "xyzzy|nothing is known of the code 'xyzzy'; see: fbmsg explain --all",
                "''|the code is empty; give one, for example 1340, or --all"
            })
    void anUnknownCodeIsExit65AndOneLine(String code, String message) {
        run("explain", code).is(65, "", "fbmsg: " + message + "\n");
    }

    @Test
    void anUnknownCodeCannotMoveTheCursor() {
        run("explain", "\u001b[2J13")
                .is(65, "", "fbmsg: nothing is known of the code '\\u001b[2J13'; see: fbmsg explain --all\n");
    }

    @Test
    void withJsonTheErrorIsJsonToo() {
        run("explain", "xyzzy", "--json").is(65, "", """
                        fbmsg: nothing is known of the code 'xyzzy'; see: fbmsg explain --all
                        {"v":1,"error":{"code":"data","exit":65,"retryable":false,\
                        "message":"nothing is known of the code 'xyzzy'; see: fbmsg explain --all"}}
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "explain|no code is given; give one, for example 1340, or --all",
                "explain --json|no code is given; give one, for example 1340, or --all",
                "explain 1340 --all|a code and --all exclude each other; give one, for example 1340, or --all",
                "explain Low balance|unexpected argument 'balance'; see: fbmsg explain --help"
            })
    void aWrongCommandLineIsExit2(String line, String message) {
        Run run = run(line.split(" "));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("fbmsg: " + message + "\n");
    }

    /** It must help whose settings are broken, of all people. */
    @Test
    void settingsAreNotRead() {
        TestHost host =
                TestHost.in(home).env("FBMSG_CONFIG", "/nowhere/config.json").env("FBMSG_PORT", "x");
        host.file(".config/fbmsg/config.json", "{broken");

        host.run("explain", "402").is(0, LOW_BALANCE, "");
        host.run("--config", "none", "--offline", "explain", "402").is(0, LOW_BALANCE, "");
        host.run("--profile", "nope", "explain", "402").is(0, LOW_BALANCE, "");
    }

    private static Document json(String text) {
        try {
            return Json.parse(text.getBytes(StandardCharsets.UTF_8));
        } catch (MalformedJson e) {
            throw new AssertionError(text, e);
        }
    }
}
