package fbmsg.cli.talk.listen;

/** When signatures are checked. */
public enum Verify {
    /** if a secret is configured */
    AUTO,
    REQUIRE,
    OFF
}
