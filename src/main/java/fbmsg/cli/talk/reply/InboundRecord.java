package fbmsg.cli.talk.reply;

import fbmsg.json.Document;
import fbmsg.json.JsonSequence;
import fbmsg.json.wire.EventRecord;
import fbmsg.json.wire.NotAnEvent;
import fbmsg.json.wire.Webhooks;
import fbmsg.message.Event;
import fbmsg.message.InboundMessage;
import java.util.Optional;

/** An inbound message in any of its three forms: our record, or a webhook of either version. */
final class InboundRecord {
    private InboundRecord() {}

    /**
     * @return empty for a status
     * @throws NotAnEvent if it is neither, or no JSON
     */
    static Optional<InboundMessage> decode(JsonSequence.Item item) throws NotAnEvent {
        Document document = item.document()
                .orElseThrow(
                        () -> new NotAnEvent("it is not JSON: " + item.problem().orElse("")));
        Event event = EventRecord.isRecord(document) ? EventRecord.decode(document) : Webhooks.decode(document);
        return event.match(Optional::of, status -> Optional.empty());
    }
}
