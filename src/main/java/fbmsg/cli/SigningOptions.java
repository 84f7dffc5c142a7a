package fbmsg.cli;

import fbmsg.cli.syntax.Option;
import fbmsg.cli.syntax.Syntax;
import fbmsg.config.Key;
import fbmsg.config.Paths;
import fbmsg.config.Setting;
import java.util.EnumMap;
import java.util.Map;

/** The options of every command that signs or sends. */
public final class SigningOptions {
    private final Option<String> applicationId;
    private final Option<String> key;
    private final Option<String> apiUrl;

    public SigningOptions(Syntax command) {
        applicationId = command.text("--application-id", "ID", "The Vonage application (a UUID).");
        key = command.text("--key", "FILE", "Its private key; '-' for standard input.");
        apiUrl = command.text("--api-url", "URL", "The Messages API, or an emulator of it.");
    }

    public boolean keyOnStdin() {
        return key.or("").equals("-");
    }

    public boolean keyGiven() {
        return key.isGiven();
    }

    /** What was given, as the strongest layer of settings. */
    Map<Key, Setting> layer(Paths paths) {
        Map<Key, Setting> layer = new EnumMap<>(Key.class);
        put(layer, Key.APPLICATION_ID, applicationId, "--application-id");
        put(layer, Key.API_URL, apiUrl, "--api-url");
        if (keyOnStdin()) {
            layer.put(Key.PRIVATE_KEY, new Setting("-", Setting.Form.STDIN, "--key"));
        } else if (key.isGiven()) {
            String path = paths.resolve(key.required()).toString();
            layer.put(Key.PRIVATE_KEY, new Setting(path, Setting.Form.PATH, "--key"));
        }
        return layer;
    }

    private static void put(Map<Key, Setting> layer, Key key, Option<String> given, String name) {
        if (given.isGiven()) {
            layer.put(key, new Setting(given.required(), Setting.Form.PLAIN, name));
        }
    }
}
