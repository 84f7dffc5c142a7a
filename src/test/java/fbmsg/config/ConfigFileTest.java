package fbmsg.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fbmsg.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigFileTest {
    private static final String PEM = "-----BEGIN PRIVATE KEY-----\\nMII\\n-----END PRIVATE KEY-----\\n";

    @TempDir
    private Path home;

    private Path path;

    @BeforeEach
    void name() {
        path = home.resolve("config.json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "^^|line 1, column 1: there is nothing but white space",
                "^{\n  \"v\": 1,\n  \"profiles\": {,}\n}^|^line 3, column 16: Unexpected character (',' (code 44)): was"
                        + " expecting double-quote to start property name^",
                "^{\"profiles\":{\"a\":{\"port\":1,\n\"port\":2}}}^|^line 2, column 7: Duplicate Object property \"port\"^",
                "^{\"v\":1} trailing^|^line 1, column 9: Unrecognized token 'trailing': was expecting (JSON String, Number,"
                        + " Array, Object or token 'null', 'true' or 'false')^",
                "^{\n// a note\n\"v\":1}^|^line 2, column 1: Unexpected character ('/' (code 47)): maybe a (non-standard)"
                        + " comment?^"
            })
    void malformedIsSaidWithLineAndColumn(String json, String where) throws IOException {
        assertRefused(json, " is malformed at " + where + "; mend it there");
    }

    @Test
    void whatIsNotUtf8IsMalformed() throws IOException {
        Files.write(path, "{\n \"_\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(failure())
                .hasMessage("the config file " + path + " is malformed at line 2, column 8: it is not UTF-8;"
                        + " mend it there");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "[]|^it is not a JSON object; it begins {\"v\":1,\"profiles\":{^",
                "{\"v\":2}|^its version (v) is 2, this fbmsg knows 1; use a newer fbmsg, or another file with --config^",
                "{\"v\":null}|^its version (v) is not a number, this fbmsg knows 1; use a newer fbmsg, or another file"
                        + " with --config^",
                "{\"profile\":1}|^\"profile\" is not a text; give the name of a profile^",
                "{\"profiles\":[]}|^\"profiles\" is not an object; it holds one object a profile^",
                "{\"profiles\":null}|^\"profiles\" is not an object; it holds one object a profile^",
                "{\"profiles\":{\"a\":{},\"b\":1}}|^profile \"b\" is not an object; it holds the settings by name^",
                "{\"profiles\":{\"a\":{\"port\":\"3000\"}}}|^\"port\" is not a number; mend it^",
                "{\"profiles\":{\"a\":{\"page_id\":107000000000001}}}|^\"page_id\" is not a text; mend it^",
                "{\"profiles\":{\"a\":{\"application_id\":null}}}|^\"application_id\" is not a text; mend it^",
                "{\"profiles\":{\"a\":{\"private_key_path\":[]}}}|^\"private_key_path\" is not a text; mend it^"
            })
    void aWrongShapeIsSaidWithItsName(String json, String message) throws IOException {
        assertRefused(json, ": " + message);
    }

    @ParameterizedTest
    @CsvSource({
        "private_key_path, " + PEM + ", private_key_path",
        "page_id, " + PEM + ", private_key_path",
        "private_key, keys/fb.pem, private_key_path",
        "api_secret, s3cret, api_secret_path",
        "signature_secret, s3cret, signature_secret_path",
        // the names in the files of Vonage's own command-line tool
        "api-secret, s3cret, api_secret_path",
        "apiSecret, s3cret, api_secret_path",
        "privateKey, " + PEM + ", private_key_path",
    })
    void aSecretIsRefusedWithTheFix(String name, String secret, String instead) throws IOException {
        assertRefused(
                "{\"profiles\":{\"default\":{\"" + name + "\":\"" + secret + "\"}}}",
                ": \"" + name
                        + "\" holds a secret; put it into a file that only you can read, and that file's path into \""
                        + instead + "\"");
    }

    /** It was looked for in the profiles only: a whole key beside them, or in a comment, was no more than a warning. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"private_key\":\"" + PEM + "\"}",
                "{\"apiSecret\":\"s3cret\",\"profiles\":{}}",
                "{\"_old\":\"" + PEM + "\"}",
                "{\"profiles\":{\"a\":{\"_old\":\"-----BEGIN RSA PRIVATE KEY-----\"}}}",
                "{\"profiles\":{\"a\":{\"keys\":[{\"x\":\"" + PEM + "\"}]}}}"
            })
    void aSecretIsRefusedWhereverItStands(String json) throws IOException {
        write(json);

        assertThat(failure()).hasMessageContaining("holds a secret; put it into a file");
        assertThat(failure().getMessage()).doesNotContain("MII", "s3cret");
    }

    @Test
    void commentsByteOrderMarkAndMissingPartsAreTaken() throws IOException {
        write(
                "\uFEFF{\"_comment\":\"x\",\"profiles\":{\"default\":{\"_api_secret\":\"in the vault\",\"port\":8080}}}\r\n");

        ConfigFile file = ConfigFile.read(path, true);

        assertThat(file.warnings()).isEmpty();
        assertThat(file.profiles()).containsExactly("default");
        assertThat(file.layer("default", paths()).get(Key.PORT).value()).isEqualTo("8080");
    }

    @Test
    void anUnknownKeyIsAWarningWithTheNearestName() throws IOException {
        write(
                "{\"profils\":{},\"profiles\":{\"a\":{\"aplication_id\":\"x\",\"port_\":1,\"colour\":\"red\",\"profile\":1}}}");

        assertThat(ConfigFile.read(path, true).warnings())
                .containsExactly(
                        "unknown key \"profils\" of " + path + "; did you mean \"profile\"?",
                        "unknown key \"aplication_id\" in profile a of " + path + "; did you mean \"application_id\"?",
                        "unknown key \"port_\" in profile a of " + path + "; did you mean \"port\"?",
                        "unknown key \"colour\" in profile a of " + path + "; known are application_id,"
                                + " private_key_path, page_id, signature_secret_path, api_key, api_secret_path, port,"
                                + " api_url",
                        "unknown key \"profile\" in profile a of " + path + "; known are application_id,"
                                + " private_key_path, page_id, signature_secret_path, api_key, api_secret_path, port,"
                                + " api_url");
    }

    @Test
    void pathsAreFromTheFilesFolderOrFromHome() throws IOException {
        write("{\"profiles\":{\"p\":{\"private_key_path\":\"keys/fb.pem\",\"api_secret_path\":\"~/s\","
                + "\"signature_secret_path\":\"/etc/../etc/s\",\"page_id\":\"~/not a path\"}}}");

        Map<Key, Setting> layer =
                ConfigFile.read(path, true).layer("p", new Paths(Path.of("/home/u"), Path.of("/cwd")));

        assertThat(layer.get(Key.PRIVATE_KEY))
                .isEqualTo(
                        new Setting(home.resolve("keys/fb.pem").toString(), Setting.Form.PATH, path + ", profile p"));
        assertThat(layer.get(Key.API_SECRET).value()).isEqualTo("/home/u/s");
        assertThat(layer.get(Key.SIGNATURE_SECRET).value()).isEqualTo("/etc/s");
        assertThat(layer.get(Key.PAGE_ID).value()).isEqualTo("~/not a path");
    }

    /** As in the environment. It once hid every weaker layer, and a token was signed for an application without id. */
    @Test
    void anEmptyTextIsOneThatIsNotSet() throws IOException {
        write("{\"profiles\":{\"p\":{\"application_id\":\"\",\"private_key_path\":\"\"}}}");

        assertThat(ConfigFile.read(path, true).layer("p", paths())).isEmpty();
    }

    @Test
    void aFileThatIsMissingIsAnErrorOnlyIfItWasNamed() {
        assertThat(ConfigFile.read(path, false).profiles()).isEmpty();
        assertThat(failure())
                .hasMessage(
                        "the config file " + path + " does not exist; check the path, or make it with: fbmsg --config "
                                + path + " config set application_id ID");
        assertThat(failure().kind()).isEqualTo(Failure.Kind.MISSING);
    }

    @Test
    void aDirectoryCannotBeRead() throws IOException {
        Files.createDirectory(path);

        assertThat(List.of(failure().kind(), failure().getMessage()))
                .containsExactly(
                        Failure.Kind.MISSING,
                        "the config file " + path
                                + " cannot be read: it is a directory; check the path, its owner and mode");
    }

    private Paths paths() {
        return new Paths(home, home);
    }

    private void assertRefused(String json, String rest) throws IOException {
        write(json);

        assertThat(failure()).hasMessage("the config file " + path + rest);
        assertThat(failure().kind()).isEqualTo(Failure.Kind.CONFIGURATION);
    }

    private Failure failure() {
        return catchThrowableOfType(Failure.class, () -> ConfigFile.read(path, true));
    }

    private void write(String json) throws IOException {
        Files.writeString(path, json);
    }
}
