package fbmsg.message;

import java.util.function.Function;

/** A user wrote to a Page. */
public record InboundMessage(MessageId id, Psid from, PageId to, String timestamp, Content content) implements Event {
    @Override
    public <T> T match(Function<InboundMessage, T> inbound, Function<StatusUpdate, T> status) {
        return inbound.apply(this);
    }
}
