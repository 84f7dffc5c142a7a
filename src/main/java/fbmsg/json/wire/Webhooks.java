package fbmsg.json.wire;

import fbmsg.json.Document;
import fbmsg.message.Event;

/** Webhooks of either version: which one it is shows in its form. */
public final class Webhooks {
    private Webhooks() {}

    /**
     * @throws NotAnEvent if the document is not a webhook of the Messages API, or of another channel than Messenger
     */
    public static Event decode(Document document) throws NotAnEvent {
        if (document.members().isEmpty()) {
            throw new NotAnEvent("it is not a JSON object");
        }
        boolean v01 = document.member("from").flatMap(Document::members).isPresent();
        String channel =
                document.text(v01 ? "from.type" : "channel").orElseThrow(() -> new NotAnEvent("it names no channel"));
        if (!channel.equals("messenger")) {
            throw new NotAnEvent("its channel is \"" + channel + "\", not \"messenger\"");
        }
        return v01 ? WebhookV01.decode(document) : WebhookV1.decode(document);
    }
}
