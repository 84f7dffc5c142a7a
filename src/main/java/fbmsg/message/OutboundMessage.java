package fbmsg.message;

/** One message to be sent from a Page to a user. What the API would refuse cannot be made. */
public record OutboundMessage(PageId from, Psid to, Content content, Terms terms) {
    /** Published limit of a Messenger text. Its unit is not said; a character here is a Unicode code point. */
    public static final int LONGEST_TEXT = 640;

    /** Published schema: OutboundMessengerAudioMessage. */
    private static final int SHORTEST_AUDIO_URL = 10;

    public OutboundMessage {
        sendable(content, terms.lengths());
    }

    /** On the usual terms. */
    public OutboundMessage(PageId from, Psid to, Content content) {
        this(from, to, content, Terms.USUAL);
    }

    /** Refuses a content that cannot be sent to anybody. */
    public static Content sendable(Content content, Lengths lengths) {
        return content.match(text -> checked(text, lengths), media -> checked(media, lengths), raw -> raw, other -> {
            throw new InvalidMessage("a message of type " + other.type() + " cannot be sent", "send a text");
        });
    }

    private static Content checked(Content.Media content, Lengths lengths) {
        String name = content.type() + " URL";
        WebUrl.checked(name, content.url(), lengths);
        if (content.kind() == Content.Media.Kind.AUDIO) {
            lengths.atLeast(SHORTEST_AUDIO_URL, name, content.url());
        }
        return content;
    }

    private static Content checked(Content.Text content, Lengths lengths) {
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
        lengths.atMost(LONGEST_TEXT, "text", text);
        return content;
    }
}
