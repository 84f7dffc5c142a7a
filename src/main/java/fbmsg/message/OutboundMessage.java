package fbmsg.message;

import java.util.Optional;

/**
 * One message to be sent from a Page to a user. What the API would refuse cannot be made.
 *
 * @param purpose absent: the API's default, a response
 * @param clientRef the caller's own reference, at most 100 characters; it comes back in every status
 */
public record OutboundMessage(
        PageId from, Psid to, Content content, Optional<Purpose> purpose, Optional<String> clientRef) {
    /** Published limit of a Messenger text. Its unit is not said; a character here is a Unicode code point. */
    public static final int LONGEST_TEXT = 640;

    private static final int LONGEST_CLIENT_REF = 100;

    public OutboundMessage {
        sendable(content);
        clientRef.ifPresent(ref -> checkedLength("client reference", ref, LONGEST_CLIENT_REF));
    }

    /** Refuses a content that cannot be sent to anybody. */
    public static Content sendable(Content content) {
        return content.match(OutboundMessage::checked, media -> media, other -> {
            throw new InvalidMessage("a message of type " + other.type() + " cannot be sent", "send a text");
        });
    }

    private static Content checked(Content.Text content) {
        String text = content.text();
        if (text.isEmpty()) {
            throw new InvalidMessage("the text is empty", "give at least one character");
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isHighSurrogate(text.charAt(i))
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(text.charAt(i))) {
                throw new InvalidMessage("the text holds half a character (a lone surrogate)", "send whole characters");
            }
        }
        checkedLength("text", text, LONGEST_TEXT);
        return content;
    }

    /** Refuses a value of more than so many characters (code points), saying both numbers. */
    public static void checkedLength(String name, String value, int limit) {
        int length = value.codePointCount(0, value.length());
        if (length > limit) {
            throw new InvalidMessage(
                    "the " + name + " has " + length + " characters, the limit is " + limit, "shorten it");
        }
    }
}
