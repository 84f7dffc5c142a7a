package fbmsg.message;

import java.util.function.Function;

/** What a webhook tells: somebody wrote to a Page, or something became of a message that was sent. */
public sealed interface Event permits InboundMessage, StatusUpdate {
    MessageId id();

    /** RFC 3339 in UTC where the time could be read, otherwise as it came. */
    String timestamp();

    <T> T match(Function<InboundMessage, T> inbound, Function<StatusUpdate, T> status);
}
