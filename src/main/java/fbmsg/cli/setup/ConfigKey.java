package fbmsg.cli.setup;

import fbmsg.Failure;
import fbmsg.config.Key;
import java.util.Arrays;
import java.util.List;

/** The name of a setting, as typed. */
final class ConfigKey {
    /** All of them, for the shells to complete. */
    static final List<String> NAMES =
            Arrays.stream(Key.values()).map(Key::inFile).toList();

    private ConfigKey() {}

    static Key of(String typed) {
        return Key.of(typed)
                .orElseThrow(() ->
                        Failure.usage("there is no setting '" + typed + "'", "known are " + String.join(", ", NAMES)));
    }
}
