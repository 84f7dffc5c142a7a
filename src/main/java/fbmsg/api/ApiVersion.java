package fbmsg.api;

/** The two forms of the Messages API: v1 is current, v0.1 is what older applications still use. */
public enum ApiVersion {
    V1("v1"),
    V0_1("v0.1");

    private final String wire;

    ApiVersion(String wire) {
        this.wire = wire;
    }

    /** As it stands in the URL, in settings of webhooks and on the command line. */
    public String wire() {
        return wire;
    }

    /** Of the resource that messages are sent to. */
    public String path() {
        return "/" + wire + "/messages";
    }
}
