package fbmsg.json.wire;

import fbmsg.json.Document;
import fbmsg.message.OutboundMessage;
import fbmsg.message.Purpose;
import fbmsg.message.Terms;

/** The body of {@code POST /v1/messages} (published description, revision 1.20.0). */
public final class MessageV1 {
    private MessageV1() {}

    public static Document encode(OutboundMessage message) {
        Document.Builder body = Document.object().with("channel", "messenger");
        message.content()
                .match(
                        text -> addressed(body, message).with("text", text.text()),
                        media -> addressed(body, message).with(media.type(), url(media.url())),
                        raw -> body.with("from", message.from().value())
                                .with("to", message.to().value()),
                        other -> addressed(body, message));
        Terms terms = message.terms();
        body.with("client_ref", terms.clientRef());
        terms.purpose().ifPresent(purpose -> body.with("messenger", purpose(purpose)));
        body.with("webhook_url", terms.callback().url())
                .with("webhook_version", terms.callback().version());
        return RawMembers.added(body, message.content());
    }

    private static Document.Builder addressed(Document.Builder body, OutboundMessage message) {
        return body.with("message_type", message.content().type())
                .with("from", message.from().value())
                .with("to", message.to().value());
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
