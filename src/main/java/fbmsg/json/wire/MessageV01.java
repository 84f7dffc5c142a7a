package fbmsg.json.wire;

import fbmsg.json.Document;
import fbmsg.message.InvalidMessage;
import fbmsg.message.OutboundMessage;
import fbmsg.message.Terms;

/** The body of {@code POST /v0.1/messages} (published description, version 0.4.0). */
public final class MessageV01 {
    private static final int LONGEST_CLIENT_REF = 40;

    private MessageV01() {}

    public static Document encode(OutboundMessage message) {
        Terms terms = message.terms();
        if (terms.clientRef().isPresent()) {
            terms.lengths()
                    .atMost(
                            LONGEST_CLIENT_REF,
                            "client reference (in v0.1)",
                            terms.clientRef().get());
        }
        if (!terms.callback().isUsual()) {
            throw new InvalidMessage("v0.1 has no webhook of a message's own", "send with v1, or leave it out");
        }
        Document.Builder body = Document.object()
                .with("from", party(message.from().value()))
                .with("to", party(message.to().value()));
        Document.Builder content =
                Document.object().with("type", message.content().type());
        message.content()
                .match(
                        text -> said(body, content.with("text", text.text()), terms),
                        media -> said(body, content.with(media.type(), MessageV1.url(media.url())), terms),
                        raw -> untagged(body, terms),
                        other -> said(body, content, terms));
        body.with("client_ref", terms.clientRef());
        return RawMembers.added(body, message.content());
    }

    private static Document.Builder said(Document.Builder body, Document.Builder content, Terms terms) {
        Document.Builder inner = Document.object().with("content", content.build());
        terms.purpose().ifPresent(purpose -> inner.with("messenger", MessageV1.purpose(purpose)));
        return body.with("message", inner.build());
    }

    /** The category stands beside the content, in what is raw. */
    private static Document.Builder untagged(Document.Builder body, Terms terms) {
        if (terms.purpose().isPresent()) {
            throw new InvalidMessage("the category of raw JSON stands in it, in v0.1", "write \"messenger\" there");
        }
        return body;
    }

    private static Document party(String id) {
        return Document.object().with("type", "messenger").with("id", id).build();
    }
}
