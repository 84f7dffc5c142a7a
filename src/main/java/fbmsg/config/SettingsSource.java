package fbmsg.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where settings come from, strongest first: options; a file or profile named by an option; {@code FBMSG_*}; the default
 * file and profile; the names of Vonage's samples; built in.
 *
 * @param configOption {@code --config}, if given; {@code none} for no file
 * @param profileOption {@code --profile}, if given
 */
public record SettingsSource(
        Map<String, String> variables, Paths paths, Optional<String> configOption, Optional<String> profileOption) {

    public static final String DEFAULT_API = "https://api.nexmo.com";

    private static final Map<Key, Setting> BUILT_IN = Map.of(
            Key.API_URL, new Setting(DEFAULT_API, Setting.Form.PLAIN, "built-in"),
            Key.PORT, new Setting("3000", Setting.Form.PLAIN, "built-in"));
    private static final List<List<Key>> PAIRS =
            List.of(List.of(Key.APPLICATION_ID, Key.PRIVATE_KEY), List.of(Key.API_KEY, Key.API_SECRET));

    /**
     * @param options what the command's own options say
     * @throws fbmsg.Failure if the file or the environment is wrong
     */
    public Settings read(Map<Key, Setting> options) {
        Environment environment = environment();
        Map<Key, Setting> values = new EnumMap<>(Key.class);
        List<String> warnings = new ArrayList<>();
        options.forEach(values::putIfAbsent);
        Optional<ConfigFile> file = file();
        String profile = file.map(this::profile).orElse("default");
        Map<Key, Setting> fromFile = file.map(f -> f.layer(profile, paths)).orElse(Map.of());
        file.ifPresent(f -> warnings.addAll(f.warnings()));
        boolean named = configOption.isPresent() || profileOption.isPresent();
        if (named) {
            fromFile.forEach(values::putIfAbsent);
        }
        environment.own().forEach(values::putIfAbsent);
        fromFile.forEach(values::putIfAbsent);
        addSamples(values, environment.samples("VONAGE"));
        addSamples(values, environment.samples("NEXMO"));
        BUILT_IN.forEach(values::putIfAbsent);
        return new Settings(path(), profile, values, warnings);
    }

    /** The file that is meant, whether it exists or not; none with {@code --config none}. */
    public Optional<Path> path() {
        if (configOption.isPresent()) {
            return configOption.filter(name -> !name.equals("none")).map(this::absolute);
        }
        return environment()
                .get("FBMSG_CONFIG")
                .map(name -> name.equals("none") ? Optional.<Path>empty() : Optional.of(absolute(name)))
                .orElseGet(() -> Optional.of(defaultPath()));
    }

    /** The file as it is now, for reading. */
    public Optional<ConfigFile> file() {
        boolean named =
                configOption.isPresent() || environment().get("FBMSG_CONFIG").isPresent();
        return path().map(path -> ConfigFile.read(path, named));
    }

    /** The name of the profile that an edit goes to; it need not exist yet. */
    public String profileToEdit(ConfigFile file) {
        return profileOption
                .or(() -> environment().get("FBMSG_PROFILE"))
                .or(file::defaultProfile)
                .orElse("default");
    }

    public boolean offline() {
        return environment()
                .get("FBMSG_OFFLINE")
                .filter(value -> !value.equals("0") && !value.equals("false"))
                .isPresent();
    }

    private String profile(ConfigFile file) {
        Optional<String> asked = profileOption
                .or(() -> environment().get("FBMSG_PROFILE"))
                .or(() -> file.defaultProfile().filter(name -> !name.equals("default")));
        if (asked.isPresent() && !file.profiles().contains(asked.get())) {
            throw ConfigEdit.noSuchProfile(file, asked.get());
        }
        return profileToEdit(file);
    }

    private static void addSamples(Map<Key, Setting> values, Map<Key, Setting> samples) {
        for (List<Key> pair : PAIRS) {
            if (pair.stream().noneMatch(values::containsKey)) {
                pair.stream().filter(samples::containsKey).forEach(key -> values.put(key, samples.get(key)));
            }
        }
        if (samples.containsKey(Key.SIGNATURE_SECRET)) {
            values.putIfAbsent(Key.SIGNATURE_SECRET, samples.get(Key.SIGNATURE_SECRET));
        }
    }

    private Path defaultPath() {
        Path configHome = environment()
                .get("XDG_CONFIG_HOME")
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElse(paths.home().resolve(".config"));
        return configHome.resolve("fbmsg").resolve("config.json");
    }

    private Path absolute(String typed) {
        return paths.resolve(typed);
    }

    private Environment environment() {
        return new Environment(variables, paths);
    }
}
