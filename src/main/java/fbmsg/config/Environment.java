package fbmsg.config;

import fbmsg.Failure;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment says: our own names, and those of Vonage's samples, current and old. An empty variable is one that
 * is not set.
 */
record Environment(Map<String, String> variables, Paths paths) {

    Optional<String> get(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    }

    /** {@code FBMSG_*}. */
    Map<Key, Setting> own() {
        Map<Key, Setting> layer = new EnumMap<>(Key.class);
        for (Key key : Key.values()) {
            Optional<Setting> plain = get(key.inEnvironment())
                    .map(value -> key.isPath() ? path(value, key.inEnvironment()) : plain(value, key.inEnvironment()));
            Optional<Setting> content =
                    key.contentInEnvironment().flatMap(name -> get(name).map(value -> content(value, name)));
            if (plain.isPresent() && content.isPresent()) {
                throw Failure.configuration(
                        "both " + key.inEnvironment() + " and "
                                + key.contentInEnvironment().orElseThrow() + " are set",
                        "unset one of them");
            }
            plain.or(() -> content).ifPresent(setting -> layer.put(key, setting));
        }
        return layer;
    }

    /** The samples' names with a prefix, {@code VONAGE} or {@code NEXMO}: pairs count only as a whole. */
    Map<Key, Setting> samples(String prefix) {
        Map<Key, Setting> layer = new EnumMap<>(Key.class);
        Optional<Setting> application = named(prefix + "_APPLICATION_ID");
        Optional<Setting> key = sampleKey(prefix);
        if (application.isPresent() && key.isPresent()) {
            layer.put(Key.APPLICATION_ID, application.get());
            layer.put(Key.PRIVATE_KEY, key.get());
        }
        Optional<Setting> apiKey = named(prefix + "_API_KEY");
        String secretName = prefix + "_API_SECRET";
        Optional<Setting> apiSecret = get(secretName).map(value -> content(value, secretName));
        if (apiKey.isPresent() && apiSecret.isPresent()) {
            layer.put(Key.API_KEY, apiKey.get());
            layer.put(Key.API_SECRET, apiSecret.get());
        }
        String signature = prefix + "_SIGNATURE_SECRET";
        get(signature).ifPresent(value -> layer.put(Key.SIGNATURE_SECRET, content(value, signature)));
        return layer;
    }

    private Optional<Setting> sampleKey(String prefix) {
        for (String name : List.of("_PRIVATE_KEY_PATH", "_APPLICATION_PRIVATE_KEY_PATH", "_PRIVATE_KEY")) {
            String variable = prefix + name;
            Optional<Setting> key = get(variable)
                    .map(value -> value.contains("-----BEGIN") ? content(value, variable) : path(value, variable));
            if (key.isPresent()) {
                return key;
            }
        }
        return Optional.empty();
    }

    private Optional<Setting> named(String name) {
        return get(name).map(value -> plain(value, name));
    }

    private static Setting plain(String value, String name) {
        return new Setting(value, Setting.Form.PLAIN, name);
    }

    private static Setting content(String value, String name) {
        return new Setting(value, Setting.Form.CONTENT, name);
    }

    private Setting path(String value, String name) {
        Path resolved = paths.resolve(value);
        return new Setting(resolved.toString(), Setting.Form.PATH, name);
    }
}
