package fbmsg.json.wire;

import fbmsg.json.Document;
import fbmsg.json.JsonText;
import fbmsg.message.Event;
import fbmsg.message.InboundMessage;
import fbmsg.message.StatusUpdate;
import java.util.Optional;

/** fbmsg's own record of an event, the same for both webhook versions. Fields are only ever added. */
public final class EventRecord {
    private EventRecord() {}

    /**
     * All but the payload, which is not put through a tree: its tokens stay as they came.
     *
     * @param file where the message's file was put, if it was fetched
     */
    public static Document encode(Event event, String signature, Optional<String> file) {
        return event.match(EventRecord::inbound, EventRecord::status)
                .with("file", file)
                .with("signature", signature)
                .build();
    }

    /** The record as one line without its end: the fields, then the payload's own tokens. */
    public static String line(Document record, String minifiedPayload) {
        String fields = JsonText.compact(record);
        return fields.substring(0, fields.length() - 1) + ",\"payload\":" + minifiedPayload + "}";
    }

    public static boolean isRecord(Document document) {
        return document.member("v").isPresent() && document.member("event").isPresent();
    }

    /**
     * @throws NotAnEvent if a field is missing, or the record is of a newer version
     */
    public static Event decode(Document document) throws NotAnEvent {
        Fields fields = new Fields(document);
        if (!document.textOrNumber("v").equals(Optional.of("1"))) {
            throw new NotAnEvent("its \"v\" is not 1: a newer fbmsg wrote it");
        }
        return switch (fields.required("event")) {
            case "inbound" -> fields.inbound("from", "to", "type", "text", type -> "url");
            case "status" -> fields.status("from", "to", EventRecord::error);
            default -> throw new NotAnEvent("its \"event\" is neither inbound nor status");
        };
    }

    private static StatusUpdate.Error error(Document error) {
        return new StatusUpdate.Error(
                error.text("code").orElse(""),
                error.text("title").orElse(""),
                error.text("detail").orElse(""));
    }

    private static Document.Builder inbound(InboundMessage message) {
        Document.Builder record = Document.object()
                .with("v", 1)
                .with("event", "inbound")
                .with("message_uuid", message.id().value())
                .with("from", message.from().value())
                .with("to", message.to().value())
                .with("timestamp", message.timestamp())
                .with("type", message.content().type());
        return message.content()
                .match(
                        text -> record.with("text", text.text()),
                        media -> record.with("url", media.url()),
                        raw -> record,
                        o -> record);
    }

    private static Document.Builder status(StatusUpdate update) {
        Document.Builder record = Document.object()
                .with("v", 1)
                .with("event", "status")
                .with("message_uuid", update.id().value())
                .with("from", update.from().value())
                .with("to", update.to().value())
                .with("timestamp", update.timestamp())
                .with("status", update.status())
                .with("client_ref", update.clientRef());
        update.error()
                .ifPresent(error -> record.with(
                        "error",
                        Document.object()
                                .with("code", error.code())
                                .with("title", error.title())
                                .with("detail", error.detail())
                                .build()));
        update.usage()
                .ifPresent(usage -> record.with(
                        "usage",
                        Document.object()
                                .with("currency", usage.currency())
                                .with("price", usage.price())
                                .build()));
        return record;
    }
}
