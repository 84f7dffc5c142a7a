package fbmsg.message;

/** The {@code message_uuid} of a message, in either direction. Kept as it came. */
public record MessageId(String value) {
    private static final int LONGEST = 200;
    private static final String WHY = "it is how a message is told from its redelivery";

    public MessageId {
        if (value.isEmpty()) {
            throw new InvalidMessage("the message_uuid is empty", WHY);
        }
        if (value.length() > LONGEST || value.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidMessage("the message_uuid is over-long or holds a control character", WHY);
        }
        if (value.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw new InvalidMessage(
                    "the message_uuid holds half a character", WHY); // two of them would be one in UTF-8
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
