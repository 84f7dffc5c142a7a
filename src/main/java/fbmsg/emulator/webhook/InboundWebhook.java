package fbmsg.emulator.webhook;

import fbmsg.json.Document;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A user's message to a page, as the page's owner is told of it.
 *
 * @param psid who wrote, by the id that this page knows
 * @param content the text, or the URL of the file
 * @param at when it was written; v1 has it to the second, v0.1 to the millisecond, as their examples do
 */
public record InboundWebhook(
        String messageUuid, String psid, String page, MessageType type, String content, Instant at) {

    /** The webhook's body. */
    public Document body(Version version) {
        return switch (version) {
            case V1 -> v1();
            case V0_1 -> v01();
        };
    }

    private Document v1() {
        return Document.object()
                .with("channel", "messenger")
                .with("message_uuid", messageUuid)
                .with("to", page)
                .with("from", psid)
                .with("timestamp", at.truncatedTo(ChronoUnit.SECONDS).toString())
                .with("message_type", type.wire())
                .with(type.wire(), said())
                .build();
    }

    private Document v01() {
        Document content = Document.object()
                .with("type", type.wire())
                .with(type.wire(), said())
                .build();
        return Document.object()
                .with("message_uuid", messageUuid)
                .with("to", FormV01.party(page))
                .with("from", FormV01.party(psid))
                .with("timestamp", FormV01.time(at))
                .with("message", Document.object().with("content", content).build())
                .build();
    }

    private Document said() {
        return type == MessageType.TEXT
                ? Document.of(content)
                : Document.object().with("url", content).build();
    }
}
