package fbmsg.cli;

/** The program's version; the build's own is compared with it in a test. */
final class Version {
    static final String NUMBER = "0.1.0";

    private Version() {}
}
