package fbmsg.json.wire;

import fbmsg.json.Document;
import fbmsg.message.Event;
import fbmsg.message.StatusUpdate;

/** Webhooks of version v1: ids are strings at the top, the type is {@code message_type}. */
final class WebhookV1 {
    private WebhookV1() {}

    static Event decode(Document document) throws NotAnEvent {
        Fields fields = new Fields(document);
        return document.member("status").isPresent()
                ? fields.status("from", "to", WebhookV1::error)
                : fields.inbound("from", "to", "message_type", "text", type -> type + ".url");
    }

    /** Here the code is the title, as text or as a number. */
    private static StatusUpdate.Error error(Document error) {
        String code = error.textOrNumber("title").orElse("");
        return new StatusUpdate.Error(code, code, error.text("detail").orElse(""));
    }
}
