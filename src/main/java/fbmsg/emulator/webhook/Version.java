package fbmsg.emulator.webhook;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The versions of the Messages API; requests and webhooks differ between them. */
public enum Version {
    V0_1("v0.1"),
    V1("v1");

    private final String wire;

    Version(String wire) {
        this.wire = wire;
    }

    public static List<String> names() {
        return Arrays.stream(values()).map(Version::wire).toList();
    }

    public static Optional<Version> of(Optional<String> name) {
        return Arrays.stream(values())
                .filter(version -> name.equals(Optional.of(version.wire())))
                .findFirst();
    }

    /** As it stands in paths and in {@code webhook_version}. */
    public String wire() {
        return wire;
    }
}
