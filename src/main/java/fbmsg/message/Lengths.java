package fbmsg.message;

/** Whether the published limits of lengths are held here, or left to the API: they may be behind what it takes. */
public enum Lengths {
    HELD,
    LEFT_TO_THE_API;

    /** Refuses a value of more than so many characters (code points), saying both numbers. */
    public void atMost(int limit, String name, String value) {
        int length = value.codePointCount(0, value.length());
        if (this == HELD && length > limit) {
            throw new InvalidMessage(
                    "the " + name + " has " + length + " characters, the limit is " + limit, "shorten it");
        }
    }

    /** Refuses a value of fewer than so many characters. */
    void atLeast(int limit, String name, String value) {
        int length = value.codePointCount(0, value.length());
        if (this == HELD && length < limit) {
            throw new InvalidMessage(
                    "the " + name + " has " + length + " characters, the least is " + limit, "give it whole");
        }
    }
}
