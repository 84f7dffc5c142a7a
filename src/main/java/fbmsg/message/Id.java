package fbmsg.message;

/** What holds for every identifier of Facebook's: opaque, 1 to 50 characters (published schema: ToId, FromId). */
final class Id {
    private static final int LONGEST = 50;

    private Id() {}

    static String checked(String value, String name, String todo) {
        if (value.isEmpty()) {
            throw new InvalidMessage("the " + name + " is empty", todo);
        }
        int length = value.codePointCount(0, value.length());
        if (length > LONGEST) {
            throw new InvalidMessage("the " + name + " has " + length + " characters, the limit is " + LONGEST, todo);
        }
        if (value.codePoints().anyMatch(c -> Character.isISOControl(c) || Character.isWhitespace(c))) {
            throw new InvalidMessage("the " + name + " holds white space or a control character", todo);
        }
        return value;
    }
}
