package fbmsg.cli.talk.listen.plan;

/** When signatures are checked. */
public enum Verify {
    /** if a secret is configured */
    AUTO,
    REQUIRE,
    OFF
}
