package fbmsg.json.wire;

import fbmsg.json.Document;
import fbmsg.message.OutboundMessage;
import fbmsg.message.Purpose;

/** The body of {@code POST /v1/messages} (published description, revision 1.20.0). */
public final class MessageV1 {
    private MessageV1() {}

    public static Document encode(OutboundMessage message) {
        Document.Builder body = Document.object()
                .with("channel", "messenger")
                .with("message_type", message.content().type())
                .with("from", message.from().value())
                .with("to", message.to().value());
        message.content()
                .match(
                        text -> body.with("text", text.text()),
                        media -> body.with(media.type(), url(media.url())),
                        o -> body);
        body.with("client_ref", message.clientRef());
        message.purpose().ifPresent(purpose -> body.with("messenger", purpose(purpose)));
        return body.build();
    }

    static Document url(String url) {
        return Document.object().with("url", url).build();
    }

    static Document purpose(Purpose purpose) {
        return Document.object()
                .with("category", purpose.category().wire())
                .with("tag", purpose.tag())
                .build();
    }
}
