package fbmsg.json.wire;

import fbmsg.json.Document;
import fbmsg.message.Event;
import fbmsg.message.InboundMessage;
import fbmsg.message.StatusUpdate;

/** Webhooks of version v1: ids are strings at the top, the type is {@code message_type}. */
final class WebhookV1 {
    private WebhookV1() {}

    static Event decode(Document document) throws NotAnEvent {
        Fields fields = new Fields(document);
        if (document.member("status").isPresent()) {
            return new StatusUpdate(
                    fields.messageId(),
                    fields.page("from"),
                    fields.user("to"),
                    fields.timestamp(),
                    fields.required("status"),
                    fields.clientRef(),
                    fields.object("error").map(WebhookV1::error),
                    fields.usage());
        }
        return new InboundMessage(
                fields.messageId(),
                fields.user("from"),
                fields.page("to"),
                fields.timestamp(),
                fields.content(fields.required("message_type"), ""));
    }

    /** Here the code is the title, as text or as a number. */
    private static StatusUpdate.Error error(Document error) {
        String code = error.textOrNumber("title").orElse("");
        return new StatusUpdate.Error(code, code, error.text("detail").orElse(""));
    }
}
