package fbmsg.cli.setup;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.TestFiles;
import fbmsg.cli.TestHost;
import fbmsg.cli.TestHost.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigCommandsTest {
    @TempDir
    private Path home;

    private Path file;

    @BeforeEach
    void name() {
        file = home.resolve(".config/fbmsg/config.json");
    }

    @Test
    void settingsAreWrittenShownAndTakenOut() throws IOException {
        Files.createFile(home.resolve("fb.pem"));
        Files.createFile(home.resolve("s"));
        run("config", "set", "application_id", "aaaaaaaa-bbbb-cccc-dddd-0123456789ab")
                .is(0, "", "");
        run("config", "set", "private_key_path", "keys/../fb.pem").is(0, "", "");
        run("config", "set", "signature_secret_path", "~/s").is(0, "", "");
        run("config", "set", "port", "8080", "-v").is(0, "", "fbmsg: wrote " + file + "\n");

        assertThat(file).hasContent("""
                        {
                          "v": 1,
                          "profiles": {
                            "default": {
                              "application_id": "aaaaaaaa-bbbb-cccc-dddd-0123456789ab",
                              "private_key_path": "%s",
                              "signature_secret_path": "~/s",
                              "port": 8080
                            }
                          }
                        }
                        """.formatted(home.resolve("fb.pem")));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        run("config", "show")
                .is(
                        0,
                        "application_id=aaaaaaaa-bbbb-cccc-dddd-0123456789ab\nprivate_key_path="
                                + home.resolve("fb.pem") + "\nsignature_secret_path=" + home.resolve("s")
                                + "\nport=8080\napi_url=https://api.nexmo.com\n",
                        "");
        run("config", "unset", "application_id").is(0, "", "");
        run("config", "get", "application_id")
                .is(1, "", "fbmsg: application_id is not set; set it with: fbmsg config set application_id VALUE\n");
        run("config", "get", "port").is(0, "8080\n", "");
    }

    @Test
    void originsAreNamedAndSecretsAreNotShown() {
        run("config", "set", "page_id", "1");

        TestHost.in(home)
                .env("FBMSG_API_KEY", "k")
                .env("FBMSG_API_SECRET", "s3cret")
                .env("FBMSG_PRIVATE_KEY", "-----BEGIN")
                .run("config", "show", "--origin")
                .is(
                        0,
                        "private_key_path=(set, not shown)\tFBMSG_PRIVATE_KEY\npage_id=1\t" + file
                                + ", profile default\napi_key=k\tFBMSG_API_KEY\n"
                                + "api_secret_path=(set, not shown)\tFBMSG_API_SECRET\nport=3000\tbuilt-in\n"
                                + "api_url=https://api.nexmo.com\tbuilt-in\n",
                        "");
    }

    @Test
    void profilesAreMadeByTheirFirstSettingAndChosen() {
        run("--profile", "test", "config", "set", "page_id", "2").is(0, "", "");
        run("config", "get", "page_id")
                .is(1, "", "fbmsg: page_id is not set; set it with: fbmsg config set page_id VALUE\n");
        run("config", "get", "page_id", "--profile", "test").is(0, "2\n", "");
        run("config", "set", "profile", "test").is(0, "", "");
        run("config", "get", "page_id").is(0, "2\n", "");
        run("config", "set", "profile", "nope")
                .is(
                        78,
                        "",
                        "fbmsg: the config file " + file
                                + " has no profile \"nope\"; it has test; a new one is made by:"
                                + " fbmsg --profile nope config set application_id ID\n");
    }

    @Test
    void thePathIsPrintedWhetherTheFileIsThereOrNot() {
        run("config", "path").is(0, file + "\n", "");
        run("config", "path", "--config", "c.json").is(0, home.resolve("c.json") + "\n", "");
        TestHost.in(home).env("XDG_CONFIG_HOME", "/xdg").run("config", "path").is(0, "/xdg/fbmsg/config.json\n", "");
        run("config", "path", "--config", "none").is(2, "", "fbmsg: --config none names no file; leave it out\n");
        assertThat(file).doesNotExist();
    }

    @Test
    void anEditThatChangesNothingWritesNothing() {
        run("config", "unset", "page_id").is(0, "", "");
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "config|2|a command is missing; see: fbmsg config --help",
                "config nope|2|unexpected argument 'nope'; see: fbmsg config --help",
                "config get|2|missing required parameter: 'KEY'; see: fbmsg config get --help",
                "config set page_id|2|missing required parameter: 'VALUE'; see: fbmsg config set --help",
                "config get a b|2|unexpected argument 'b'; see: fbmsg config get --help",
                "config get nope|2|there is no setting 'nope'; known are application_id, private_key_path, page_id,"
                        + " signature_secret_path, api_key, api_secret_path, port, api_url",
                "config set private_key x|2|there is no setting 'private_key'; known are application_id,"
                        + " private_key_path, page_id, signature_secret_path, api_key, api_secret_path, port, api_url",
                "config set port http|2|the port 'http' is not a number from 0 to 65535; 3000 is the usual one",
                "config set -- private_key_path -----BEGIN|78|a key was given as the value of private_key_path; put it into a"
                        + " file that only you can read, and give that file's path",
                "--config none config set page_id 1|2|--config none names no file to write; name a file"
            })
    void aWrongCommandLineIsSaid(String args, int exit, String message) {
        run(args.split(" ")).is(exit, "", "fbmsg: " + message + "\n");
        assertThat(file).doesNotExist();
    }

    @Test
    void anEmptyValueIsRefused() {
        run("config", "set", "page_id", "")
                .is(2, "", "fbmsg: the value of page_id is empty; to remove it: fbmsg config unset page_id\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "^{\"v\":1,\n}^|78|^the config file F is malformed at line 2, column 1: Unexpected character ('}' (code"
                        + " 125)): was expecting double-quote to start property name; mend it there^",
                "{\"v\":2}|78|the config file F: its version (v) is 2, this fbmsg knows 1; use a newer fbmsg, or another"
                        + " file with --config",
                "{\"profiles\":{\"default\":{\"api_secret\":\"s3cret\"}}}|78|the config file F: \"api_secret\" holds a"
                        + " secret; put it into a file that only you can read, and that file's path into"
                        + " \"api_secret_path\""
            })
    void aFileThatIsWrongIsExit78AndLeftAsItIs(String json, int exit, String message) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, json);
        String line = "fbmsg: " + message.replaceFirst("F", file.toString()) + "\n";

        run("config", "show").is(exit, "", line);
        run("config", "set", "page_id", "1").is(exit, "", line);
        assertThat(file).hasContent(json);
    }

    @Test
    void anUnknownKeyIsAWarningAndStays() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"profiles\":{\"default\":{\"page\":\"1\",\"_note\":\"x\"}}}");

        run("config", "get", "page_id")
                .is(
                        1,
                        "",
                        "fbmsg: warning: unknown key \"page\" in profile default of " + file
                                + "; known are application_id, private_key_path, page_id, signature_secret_path, api_key,"
                                + " api_secret_path, port, api_url\n"
                                + "fbmsg: page_id is not set; set it with: fbmsg config set page_id VALUE\n");
        run("config", "set", "page_id", "2");
        assertThat(file).content().contains("\"page\": \"1\"", "\"_note\": \"x\"", "\"page_id\": \"2\"");
    }

    @Test
    void aNamedFileThatIsMissingIsExit66ToReadAndIsMadeToWrite() {
        Path named = home.resolve("c.json");

        run("--config", "c.json", "config", "show")
                .is(
                        66,
                        "",
                        "fbmsg: the config file " + named + " does not exist; check the path, or make it with: fbmsg"
                                + " --config " + named + " config set application_id ID\n");
        run("--config", "c.json", "config", "set", "page_id", "1").is(0, "", "");
        run("--config", "c.json", "config", "get", "page_id").is(0, "1\n", "");
    }

    private Run run(String... args) {
        return TestHost.in(home).run(args);
    }

    @Test
    void whatCanBeSeenToBeWrongIsSaidAtOnce() {
        run("config", "set", "application_id", "hello")
                .is(0, "", "fbmsg: warning: 'hello' is not a UUID, as the ids of Vonage's applications are\n");
        run("config", "set", "private_key_path", "nope.pem")
                .is(0, "", "fbmsg: warning: there is no file " + home.resolve("nope.pem") + " yet\n");
        run("config", "set", "page_id", "1 2")
                .is(
                        65,
                        "",
                        "fbmsg: the Page id holds white space or a control character;"
                                + " it is the \"to\" of an inbound message, or shown where the Page is linked\n");
        run("config", "set", "api_url", "http://example.com")
                .is(
                        78,
                        "",
                        "fbmsg: http:// would send the token in clear text to example.com;"
                                + " use https://; http:// is for 127.0.0.1, [::1] and localhost\n");
    }

    @Test
    void theDefaultProfileIsSetShownAndUnset() {
        run("--profile", "test", "config", "set", "page_id", "107");
        run("config", "set", "profile", "test").is(0, "", "");
        run("config", "get", "profile").is(0, "test\n", "");
        run("config", "get", "page_id").is(0, "107\n", "");
        run("config", "unset", "profile").is(0, "", "");
        run("config", "get", "profile").is(0, "default\n", "");
    }

    /** A key put where its path belongs was shown, whole, in results, warnings and errors. */
    @Test
    void aKeyInThePlaceOfItsPathIsNeverShown() {
        String pem = TestFiles.text("keys/pkcs8.pem");
        String bare = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        String wrapped = Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.UTF_8));
        for (String key : new String[] {pem, bare, wrapped}) {
            String tell = key.replaceAll("\\s", "").substring(40, 60);
            for (String[] command : new String[][] {
                {"config", "show", "--origin"}, {"config", "get", "private_key_path"}, {"jwt", "--application-id", "a"}
            }) {
                Run run = TestHost.in(home).env("FBMSG_PRIVATE_KEY_PATH", key).run(command);
                assertThat(run.toString()).doesNotContain(tell);
            }
            Run set = run("config", "set", "--", "private_key_path", key);
            assertThat(set.exit()).as(set.toString()).isEqualTo(78);
            assertThat(set.toString()).doesNotContain(tell);
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void aFolderIsNoConfigFile() {
        Run run = run("--config", "/", "config", "set", "page_id", "1");
        assertThat(run.exit()).as(run.toString()).isEqualTo(74);
    }
}
