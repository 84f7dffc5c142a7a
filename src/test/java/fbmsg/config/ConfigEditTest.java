package fbmsg.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fbmsg.Failure;
import fbmsg.json.Json;
import fbmsg.json.JsonText;
import fbmsg.json.MalformedJson;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigEditTest {
    private static final String FILE = """
            {
              "_": "first",
              "profiles": {
                "z": {
                  "unknown": 1.10,
                  "port": 8080,
                  "page_id": "1"
                },
                "a": {}
              },
              "future": [
                1E400,
                null
              ],
              "v": 1
            }
            """;

    @Test
    void anEditKeepsTheOrderAndWhatItDoesNotKnow() {
        assertThat(JsonText.indented(ConfigEdit.set(file(FILE), "z", Key.PORT, "0")))
                .isEqualTo(FILE.replace("8080", "0"));
        assertThat(JsonText.indented(ConfigEdit.set(file(FILE), "z", Key.API_KEY, "k")))
                .isEqualTo(FILE.replace("\"1\"\n", "\"1\",\n      \"api_key\": \"k\"\n"));
        assertThat(JsonText.indented(ConfigEdit.unset(file(FILE), "z", Key.PORT)))
                .isEqualTo(FILE.replace("      \"port\": 8080,\n", ""));
        assertThat(JsonText.indented(ConfigEdit.unset(file(FILE), "a", Key.PORT)))
                .isEqualTo(FILE);
        assertThat(JsonText.indented(ConfigEdit.setDefaultProfile(file(FILE), "a")))
                .isEqualTo(FILE.replace("\"v\": 1\n", "\"v\": 1,\n  \"profile\": \"a\"\n"));
    }

    @Test
    void aFileAndAProfileThatAreNotThereAreMade() {
        assertThat(JsonText.compact(ConfigEdit.set(file("{}"), "default", Key.PAGE_ID, "1")))
                .isEqualTo("{\"v\":1,\"profiles\":{\"default\":{\"page_id\":\"1\"}}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "page_id||USAGE|the value of page_id is empty; to remove it: fbmsg config unset page_id",
                "port|65536|USAGE|the port '65536' is not a number from 0 to 65535; 3000 is the usual one",
                "port|-1|USAGE|the port '-1' is not a number from 0 to 65535; 3000 is the usual one",
                "port|http|USAGE|the port 'http' is not a number from 0 to 65535; 3000 is the usual one",
                "private_key_path|-----BEGIN PRIVATE KEY-----|CONFIGURATION|a key was given as the value of"
                        + " private_key_path; put it into a file that only you can read, and give that file's path"
            })
    void aWrongValueIsRefused(String key, String value, Failure.Kind kind, String message) {
        Failure failure = catchThrowableOfType(
                Failure.class,
                () -> ConfigEdit.set(file("{}"), "default", Key.of(key).orElseThrow(), value == null ? "" : value));

        assertThat(failure).hasMessage(message);
        assertThat(failure.kind()).isEqualTo(kind);
    }

    @Test
    void theDefaultProfileMustBeThere() {
        assertThat(catchThrowableOfType(Failure.class, () -> ConfigEdit.setDefaultProfile(file(FILE), "x")))
                .hasMessage("the config file /c.json has no profile \"x\"; it has z, a; a new one is made by: fbmsg"
                        + " --profile x config set application_id ID");
    }

    private static ConfigFile file(String json) {
        try {
            return new ConfigFile(Path.of("/c.json"), Json.parse(json));
        } catch (MalformedJson e) {
            throw new AssertionError(e);
        }
    }
}
