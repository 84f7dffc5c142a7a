package fbmsg.json.wire;

import fbmsg.json.Document;
import fbmsg.message.Event;
import fbmsg.message.InboundMessage;
import fbmsg.message.StatusUpdate;

/** Webhooks of version v0.1: ids inside {@code from} and {@code to} objects, the content inside {@code message}. */
final class WebhookV01 {
    private WebhookV01() {}

    static Event decode(Document document) throws NotAnEvent {
        Fields fields = new Fields(document);
        if (document.member("status").isPresent()) {
            return new StatusUpdate(
                    fields.messageId(),
                    fields.page("from.id"),
                    fields.user("to.id"),
                    fields.timestamp(),
                    fields.required("status"),
                    fields.clientRef(),
                    fields.object("error").map(WebhookV01::error),
                    fields.usage());
        }
        return new InboundMessage(
                fields.messageId(),
                fields.user("from.id"),
                fields.page("to.id"),
                fields.timestamp(),
                fields.content(fields.required("message.content.type"), "message.content."));
    }

    private static StatusUpdate.Error error(Document error) {
        String reason = error.text("reason").orElse("");
        return new StatusUpdate.Error(error.textOrNumber("code").orElse(""), reason, reason);
    }
}
