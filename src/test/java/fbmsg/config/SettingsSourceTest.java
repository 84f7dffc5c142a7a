package fbmsg.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fbmsg.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsSourceTest {
    private static final String PEM = "-----BEGIN PRIVATE KEY-----\\nMII\\n-----END PRIVATE KEY-----";

    @TempDir
    private Path home;

    @ParameterizedTest
    @CsvSource({
        "FBMSG_PRIVATE_KEY_PATH, FBMSG_PRIVATE_KEY",
        "FBMSG_SIGNATURE_SECRET_PATH, FBMSG_SIGNATURE_SECRET",
        "FBMSG_API_SECRET_PATH, FBMSG_API_SECRET"
    })
    void bothFormsOfASecretAreAnErrorAndAnEmptyOneCountsAsUnset(String path, String content) {
        assertThatThrownBy(() -> read(path, "a", content, "b"))
                .isInstanceOf(Failure.class)
                .hasMessage("both " + path + " and " + content + " are set; unset one of them");
        assertThat(read(path, "a", content, "").values()).hasSize(3);
        Setting byValue = read(path, "", content, "b").values().values().stream()
                .filter(setting -> setting.origin().equals(content))
                .findFirst()
                .orElseThrow();
        assertThat(byValue).isEqualTo(new Setting("b", Setting.Form.CONTENT, content));
        assertThat(byValue.shown()).isEqualTo("(set, not shown)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"VONAGE", "NEXMO"})
    void halfAPairOfTheSamplesNamesCountsForNothing(String prefix) {
        assertThat(read(prefix + "_APPLICATION_ID", "a").find(Key.APPLICATION_ID))
                .isEmpty();
        assertThat(read(prefix + "_PRIVATE_KEY_PATH", "k").find(Key.PRIVATE_KEY))
                .isEmpty();
        assertThat(read(prefix + "_API_KEY", "a").find(Key.API_KEY)).isEmpty();
        assertThat(read(prefix + "_API_SECRET", "s").find(Key.API_SECRET)).isEmpty();
        assertThat(read(prefix + "_SIGNATURE_SECRET", "s").value(Key.SIGNATURE_SECRET))
                .contains("s");
    }

    @Test
    void halvesOfTheCurrentAndTheOldNamesMakeNoPair() {
        Settings settings = read("VONAGE_APPLICATION_ID", "a", "NEXMO_PRIVATE_KEY_PATH", "k");

        assertThat(settings.values()).doesNotContainKeys(Key.APPLICATION_ID, Key.PRIVATE_KEY);
    }

    @ParameterizedTest
    @CsvSource({
        "FBMSG_APPLICATION_ID, application_id, private_key_path",
        "FBMSG_PRIVATE_KEY_PATH, private_key_path, application_id"
    })
    void aPairCountsOnlyWhereNothingAboveGivesEitherHalf(String ours, String given, String other) {
        Settings settings = read(ours, "x", "VONAGE_APPLICATION_ID", "a", "VONAGE_PRIVATE_KEY_PATH", "k");

        assertThat(settings.find(Key.of(given).orElseThrow()).orElseThrow().origin())
                .isEqualTo(ours);
        assertThat(settings.find(Key.of(other).orElseThrow())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "VONAGE_PRIVATE_KEY_PATH, keys/k, PATH",
        "VONAGE_APPLICATION_PRIVATE_KEY_PATH, keys/k, PATH",
        "VONAGE_PRIVATE_KEY, keys/k, PATH",
        "VONAGE_PRIVATE_KEY, " + PEM + ", CONTENT",
        "VONAGE_PRIVATE_KEY_PATH, " + PEM + ", CONTENT",
        "NEXMO_PRIVATE_KEY, " + PEM + ", CONTENT",
        "NEXMO_APPLICATION_PRIVATE_KEY_PATH, ~/k, PATH",
    })
    void theSamplesKeyIsAPathOrAPem(String variable, String value, Setting.Form form) {
        String prefix = variable.substring(0, variable.indexOf('_'));
        Setting key = read(prefix + "_APPLICATION_ID", "a", variable, value).privateKey();

        String expected = form == Setting.Form.CONTENT
                ? value
                : value.startsWith("~")
                        ? home.resolve("k").toString()
                        : home.resolve("work/keys/k").toString();
        assertThat(key).isEqualTo(new Setting(expected, form, variable));
    }

    @Test
    void theFileIsWhereTheEnvironmentSays() {
        assertThat(path()).contains(home.resolve(".config/fbmsg/config.json"));
        assertThat(path("XDG_CONFIG_HOME", "/xdg")).contains(Path.of("/xdg/fbmsg/config.json"));
        assertThat(path("XDG_CONFIG_HOME", "relative")).contains(home.resolve(".config/fbmsg/config.json"));
        assertThat(path("XDG_CONFIG_HOME", "")).contains(home.resolve(".config/fbmsg/config.json"));
        assertThat(path("FBMSG_CONFIG", "c.json", "XDG_CONFIG_HOME", "/xdg")).contains(home.resolve("work/c.json"));
        assertThat(path("FBMSG_CONFIG", "~/c.json")).contains(home.resolve("c.json"));
        assertThat(path("FBMSG_CONFIG", "none")).isEmpty();
        assertThat(source(Optional.of("none"), Optional.empty(), "FBMSG_CONFIG", "c.json")
                        .path())
                .isEmpty();
        assertThat(source(Optional.of("d/../d.json"), Optional.empty(), "FBMSG_CONFIG", "c.json")
                        .path())
                .contains(home.resolve("work/d.json"));
    }

    @Test
    void aProfileIsChosenByOptionThenEnvironmentThenFile() throws IOException {
        write("{\"profile\":\"b\",\"profiles\":{\"default\":{\"page_id\":\"0\"},\"a\":{\"page_id\":\"1\"},"
                + "\"b\":{\"page_id\":\"2\"},\"c\":{\"page_id\":\"3\"}}}");

        assertThat(read().value(Key.PAGE_ID)).contains("2");
        assertThat(read("FBMSG_PROFILE", "c").value(Key.PAGE_ID)).contains("3");
        Settings named =
                source(Optional.empty(), Optional.of("a"), "FBMSG_PROFILE", "c").read(Map.of());
        assertThat(named.value(Key.PAGE_ID)).contains("1");
        assertThat(named.profile()).isEqualTo("a");
    }

    @Test
    void aNamedProfileIsNotMixedWithTheDefaultOne() throws IOException {
        write("{\"profiles\":{\"default\":{\"page_id\":\"0\"},\"a\":{}}}");

        assertThat(source(Optional.empty(), Optional.of("a")).read(Map.of()).find(Key.PAGE_ID))
                .isEmpty();
    }

    @Test
    void aProfileThatIsNotThereIsAnErrorNotAnEmptyOne() throws IOException {
        write("{\"profiles\":{\"default\":{},\"a\":{}}}");
        String message =
                "the config file " + home.resolve(".config/fbmsg/config.json") + " has no profile \"x\"; it has"
                        + " default, a; a new one is made by: fbmsg --profile x config set application_id ID";

        assertThatThrownBy(() -> read("FBMSG_PROFILE", "x")).hasMessage(message);
        assertThatThrownBy(() -> source(Optional.empty(), Optional.of("x")).read(Map.of()))
                .hasMessage(message);
        write("{\"v\":1}");
        assertThatThrownBy(() -> read("FBMSG_PROFILE", "x"))
                .hasMessageContaining(" has no profile \"x\"; it has none; a new one");
    }

    /**
     * A file that names a profile it has not was once read as an empty one: what weaker layers said then counted, perhaps
     * another account's VONAGE_* variables.
     */
    @Test
    void theFilesOwnProfileMustBeThereToo() throws IOException {
        write("{\"profile\":\"prod\",\"profiles\":{\"default\":{}}}");

        assertThatThrownBy(this::read).hasMessageContaining(" has no profile \"prod\"; it has default;");
        write("{\"profile\":\"default\"}");
        assertThat(read().profile()).isEqualTo("default");
    }

    @ParameterizedTest
    @CsvSource({"'', false", "0, false", "false, false", "1, true", "true, true", "yes, true"})
    void offlineByTheEnvironment(String value, boolean offline) {
        assertThat(source(Optional.empty(), Optional.empty(), "FBMSG_OFFLINE", value)
                        .offline())
                .isEqualTo(offline);
    }

    @Test
    void whatIsMissingSaysHowToGiveIt() {
        assertThatThrownBy(() -> read().applicationId())
                .hasMessage(
                        "no application id; give --application-id ID, set FBMSG_APPLICATION_ID, or run: fbmsg config"
                                + " set application_id ID");
        assertThatThrownBy(() -> read().privateKey())
                .hasMessage("no private key; give --key FILE, set FBMSG_PRIVATE_KEY_PATH, or run: fbmsg config set"
                        + " private_key_path FILE");
        assertThatThrownBy(() -> read("FBMSG_PORT", "65536").port())
                .hasMessage("the port '65536' (FBMSG_PORT) is not a number from 0 to 65535; 3000 is the usual one");
        assertThat(read("FBMSG_PORT", "0").port()).isZero();
        assertThat(read().port()).isEqualTo(3000);
    }

    private Optional<Path> path(String... variables) {
        return source(Optional.empty(), Optional.empty(), variables).path();
    }

    private Settings read(String... variables) {
        return source(Optional.empty(), Optional.empty(), variables).read(Map.of());
    }

    private SettingsSource source(Optional<String> config, Optional<String> profile, String... variables) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < variables.length; i += 2) {
            map.put(variables[i], variables[i + 1]);
        }
        return new SettingsSource(map, new Paths(home, home.resolve("work")), config, profile);
    }

    private void write(String json) throws IOException {
        Path file = home.resolve(".config/fbmsg/config.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, json);
    }
}
