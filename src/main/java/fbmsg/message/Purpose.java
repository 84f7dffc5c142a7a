package fbmsg.message;

import java.util.Optional;

/**
 * A category and, for {@link Category#MESSAGE_TAG} and only for it, a tag (published schema:
 * channelOptionsMessenger).
 */
public record Purpose(Category category, Optional<String> tag) {
    public Purpose {
        if (category == Category.MESSAGE_TAG && tag.filter(t -> !t.isBlank()).isEmpty()) {
            throw new InvalidMessage(
                    "the category message_tag needs a tag", "add one, for example --tag CONFIRMED_EVENT_UPDATE");
        }
        if (category != Category.MESSAGE_TAG && tag.isPresent()) {
            throw new InvalidMessage(
                    "a tag goes with the category message_tag only",
                    "add --category message_tag, or leave the tag out");
        }
    }
}
