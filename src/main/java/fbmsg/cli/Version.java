package fbmsg.cli;

/** The program's version; the build's own is compared with it in a test. */
public final class Version {
    public static final String NUMBER = "0.1.0";

    private Version() {}
}
