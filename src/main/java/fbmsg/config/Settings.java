package fbmsg.config;

import fbmsg.Failure;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The effective settings of one run.
 *
 * @param file the config file that was, or would be, read; absent with {@code --config none}
 * @param warnings one line each, for stderr
 */
public record Settings(Optional<Path> file, String profile, Map<Key, Setting> values, List<String> warnings) {

    public Optional<Setting> find(Key key) {
        return Optional.ofNullable(values.get(key));
    }

    public Optional<String> value(Key key) {
        return find(key).map(Setting::value);
    }

    public String applicationId() {
        return value(Key.APPLICATION_ID)
                .filter(id -> !id.isBlank())
                .orElseThrow(
                        () -> Failure.configuration(
                                "no application id",
                                "give --application-id ID, set FBMSG_APPLICATION_ID, or run: fbmsg config set application_id ID"));
    }

    public Setting privateKey() {
        return find(Key.PRIVATE_KEY)
                .orElseThrow(() -> Failure.configuration(
                        "no private key",
                        "give --key FILE, set FBMSG_PRIVATE_KEY_PATH, or run: fbmsg config set private_key_path FILE"));
    }

    /** 0 to 65535. */
    public int port() {
        return Port.parse(
                find(Key.PORT).orElseThrow().value(),
                find(Key.PORT).orElseThrow().origin());
    }
}
