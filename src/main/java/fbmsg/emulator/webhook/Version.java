package fbmsg.emulator.webhook;

/** The versions of the Messages API; requests and webhooks differ between them. */
public enum Version {
    V0_1("v0.1"),
    V1("v1");

    private final String wire;

    Version(String wire) {
        this.wire = wire;
    }

    /** As it stands in paths and in {@code webhook_version}. */
    public String wire() {
        return wire;
    }
}
