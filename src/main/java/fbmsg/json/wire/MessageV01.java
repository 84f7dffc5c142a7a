package fbmsg.json.wire;

import fbmsg.json.Document;
import fbmsg.message.OutboundMessage;

/** The body of {@code POST /v0.1/messages} (published description, version 0.4.0). */
public final class MessageV01 {
    private static final int LONGEST_CLIENT_REF = 40;

    private MessageV01() {}

    public static Document encode(OutboundMessage message) {
        message.clientRef()
                .ifPresent(ref -> OutboundMessage.checkedLength("client reference (in v0.1)", ref, LONGEST_CLIENT_REF));
        Document.Builder content =
                Document.object().with("type", message.content().type());
        message.content()
                .match(
                        text -> content.with("text", text.text()),
                        media -> content.with(media.type(), MessageV1.url(media.url())),
                        o -> content);
        Document.Builder inner = Document.object().with("content", content.build());
        message.purpose().ifPresent(purpose -> inner.with("messenger", MessageV1.purpose(purpose)));
        return Document.object()
                .with("from", party(message.from().value()))
                .with("to", party(message.to().value()))
                .with("message", inner.build())
                .with("client_ref", message.clientRef())
                .build();
    }

    private static Document party(String id) {
        return Document.object().with("type", "messenger").with("id", id).build();
    }
}
