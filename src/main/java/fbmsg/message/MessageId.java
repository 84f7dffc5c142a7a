package fbmsg.message;

/** The {@code message_uuid} of a message, in either direction. Kept as it came. */
public record MessageId(String value) {
    public MessageId {
        if (value.isEmpty()) {
            throw new InvalidMessage("the message_uuid is empty", "it is how a message is told from its redelivery");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
