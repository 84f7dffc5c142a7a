package fbmsg.json.wire;

import fbmsg.json.Document;
import fbmsg.message.Event;
import fbmsg.message.StatusUpdate;

/** Webhooks of version v0.1: ids inside {@code from} and {@code to} objects, the content inside {@code message}. */
final class WebhookV01 {
    private WebhookV01() {}

    static Event decode(Document document) throws NotAnEvent {
        Fields fields = new Fields(document);
        return document.member("status").isPresent()
                ? fields.status("from.id", "to.id", WebhookV01::error)
                : fields.inbound(
                        "from.id",
                        "to.id",
                        "message.content.type",
                        "message.content.text",
                        type -> "message.content." + type + ".url");
    }

    private static StatusUpdate.Error error(Document error) {
        String reason = error.text("reason").orElse("");
        return new StatusUpdate.Error(error.textOrNumber("code").orElse(""), reason, reason);
    }
}
