package fbmsg.cli;

import fbmsg.config.Key;
import fbmsg.config.Paths;
import fbmsg.config.Setting;
import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options of every command that signs or sends. */
public final class SigningOptions {
    @Option(names = "--application-id", paramLabel = "ID", description = "The Vonage application (a UUID).")
    String applicationId;

    @Option(names = "--key", paramLabel = "FILE", description = "Its private key; '-' for standard input.")
    String key;

    @Option(names = "--api-url", paramLabel = "URL", description = "The Messages API, or an emulator of it.")
    String apiUrl;

    public boolean keyOnStdin() {
        return "-".equals(key);
    }

    public boolean keyGiven() {
        return key != null;
    }

    /** What was given, as the strongest layer of settings. */
    Map<Key, Setting> layer(Paths paths) {
        Map<Key, Setting> layer = new EnumMap<>(Key.class);
        put(layer, Key.APPLICATION_ID, applicationId, "--application-id");
        put(layer, Key.API_URL, apiUrl, "--api-url");
        if (keyOnStdin()) {
            layer.put(Key.PRIVATE_KEY, new Setting("-", Setting.Form.STDIN, "--key"));
        } else if (key != null) {
            String path = paths.resolve(key).toString();
            layer.put(Key.PRIVATE_KEY, new Setting(path, Setting.Form.PATH, "--key"));
        }
        return layer;
    }

    static void put(Map<Key, Setting> layer, Key key, String value, String option) {
        if (value != null) {
            layer.put(key, new Setting(value, Setting.Form.PLAIN, option));
        }
    }
}
