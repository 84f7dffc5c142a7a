package fbmsg.config;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.json.Document;
import fbmsg.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The order of contract.md, section 6, for every key: each layer hides all those below it. */
class SettingsOrderTest {
    @TempDir
    private Path home;

    /** Strongest first. */
    private enum Layer {
        OPTION,
        NAMED_PROFILE,
        NAMED_FILE,
        ENVIRONMENT,
        DEFAULT_FILE,
        VONAGE,
        NEXMO,
        BUILT_IN;

        boolean has(Key key) {
            return switch (this) {
                case VONAGE, NEXMO ->
                    !List.of(Key.PAGE_ID, Key.PORT, Key.API_URL).contains(key);
                case BUILT_IN -> List.of(Key.PORT, Key.API_URL).contains(key);
                default -> true;
            };
        }

        String value(Key key) {
            return key == Key.PORT ? String.valueOf(4000 + ordinal()) : name().toLowerCase() + "-" + key.inFile();
        }
    }

    static Stream<Arguments> everyKeyInEveryLayer() {
        List<Arguments> all = new ArrayList<>();
        for (Key key : Key.values()) {
            for (Layer layer : Layer.values()) {
                if (layer.has(key)) {
                    all.add(Arguments.of(key, layer));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("everyKeyInEveryLayer")
    void aLayerHidesAllBelowIt(Key key, Layer strongest) throws IOException {
        Settings settings = read(Arrays.asList(Layer.values()).subList(strongest.ordinal(), Layer.values().length));

        Setting setting = settings.find(key).orElseThrow();
        assertThat(setting.value()).isEqualTo(expectedValue(key, strongest));
        assertThat(setting.origin()).isEqualTo(expectedOrigin(key, strongest));
    }

    private String expectedValue(Key key, Layer layer) {
        if (layer == Layer.BUILT_IN) {
            return key == Key.PORT ? "3000" : "https://api.nexmo.com";
        }
        boolean secretByValue = layer.ordinal() >= Layer.VONAGE.ordinal() && key != Key.PRIVATE_KEY;
        if (!key.isPath() || secretByValue) {
            return layer.value(key);
        }
        Path base = switch (layer) {
            case NAMED_FILE -> home;
            case NAMED_PROFILE, DEFAULT_FILE -> home.resolve(".config/fbmsg");
            default -> home.resolve("work");
        };
        return base.resolve(layer.value(key)).toString();
    }

    private String expectedOrigin(Key key, Layer layer) {
        return switch (layer) {
            case OPTION -> "--option";
            case NAMED_PROFILE -> home.resolve(".config/fbmsg/config.json") + ", profile named";
            case NAMED_FILE -> home.resolve("named.json") + ", profile default";
            case ENVIRONMENT -> key.inEnvironment();
            case DEFAULT_FILE -> home.resolve(".config/fbmsg/config.json") + ", profile default";
            case VONAGE, NEXMO -> layer + "_" + sampleName(key);
            case BUILT_IN -> "built-in";
        };
    }

    private static String sampleName(Key key) {
        return key == Key.PRIVATE_KEY
                ? "PRIVATE_KEY_PATH"
                : key.inFile().replace("_path", "").toUpperCase();
    }

    private Settings read(List<Layer> layers) throws IOException {
        Map<String, String> variables = new HashMap<>();
        Map<Key, Setting> options = new EnumMap<>(Key.class);
        Optional<String> config = Optional.empty();
        Optional<String> profile = Optional.empty();
        Document.Builder profiles = Document.object();
        for (Layer layer : layers) {
            switch (layer) {
                case OPTION -> forEach(layer, (key, value) -> options.put(key, option(key, value)));
                case NAMED_PROFILE -> {
                    profile = Optional.of("named");
                    profiles.with("named", settings(layer));
                }
                case NAMED_FILE -> {
                    // a named profile is looked for in the default file here, so the two exclude each other
                    if (!layers.contains(Layer.NAMED_PROFILE)) {
                        config = Optional.of("~/named.json");
                        write("named.json", Document.object().with("default", settings(layer)));
                    }
                }
                case ENVIRONMENT -> forEach(layer, (key, value) -> variables.put(key.inEnvironment(), value));
                case DEFAULT_FILE -> profiles.with("default", settings(layer));
                case VONAGE, NEXMO ->
                    forEach(layer, (key, value) -> variables.put(layer + "_" + sampleName(key), value));
                case BUILT_IN -> {}
            }
        }
        write(".config/fbmsg/config.json", profiles);
        return new SettingsSource(variables, new Paths(home, home.resolve("work")), config, profile).read(options);
    }

    private Setting option(Key key, String value) {
        return key.isPath()
                ? new Setting(home.resolve("work").resolve(value).toString(), Setting.Form.PATH, "--option")
                : new Setting(value, Setting.Form.PLAIN, "--option");
    }

    private static Document settings(Layer layer) {
        Document.Builder settings = Document.object();
        forEach(layer, (key, value) -> {
            settings.with(key.inFile(), key == Key.PORT ? Document.of(Long.parseLong(value)) : Document.of(value));
        });
        return settings.build();
    }

    private interface Put {
        void put(Key key, String value);
    }

    private static void forEach(Layer layer, Put put) {
        for (Key key : Key.values()) {
            if (layer.has(key)) {
                put.put(key, layer.value(key));
            }
        }
    }

    private void write(String file, Document.Builder profiles) throws IOException {
        Path path = home.resolve(file);
        Files.createDirectories(path.getParent());
        Document root = Document.object()
                .with("v", 1)
                .with("profiles", profiles.build())
                .build();
        Files.writeString(path, JsonText.indented(root));
    }
}
