package fbmsg.cli.setup;

import fbmsg.Failure;
import fbmsg.config.Key;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Collectors;

/** The name of a setting, as typed. */
final class ConfigKey {
    private ConfigKey() {}

    static Key of(String typed) {
        return Key.of(typed)
                .orElseThrow(() -> Failure.usage(
                        "there is no setting '" + typed + "'",
                        "known are "
                                + Arrays.stream(Key.values()).map(Key::inFile).collect(Collectors.joining(", "))));
    }

    /** All of them, for the shells to complete. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Key.values()).map(Key::inFile).iterator();
        }
    }
}
