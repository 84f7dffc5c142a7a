package fbmsg.json.wire;

import fbmsg.json.Document;
import fbmsg.message.Content;
import fbmsg.message.InboundMessage;
import fbmsg.message.InvalidMessage;
import fbmsg.message.MessageId;
import fbmsg.message.PageId;
import fbmsg.message.Psid;
import fbmsg.message.StatusUpdate;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The fields that both versions of a webhook and our own record share, read from one document. */
record Fields(Document document) {

    private MessageId messageId() throws NotAnEvent {
        String value = required("message_uuid");
        try {
            return new MessageId(value);
        } catch (InvalidMessage e) {
            throw new NotAnEvent(e.getMessage());
        }
    }

    private PageId page(String path) throws NotAnEvent {
        try {
            return new PageId(id(path));
        } catch (InvalidMessage e) {
            throw new NotAnEvent(path + ": " + e.getMessage());
        }
    }

    private Psid user(String path) throws NotAnEvent {
        try {
            return new Psid(id(path));
        } catch (InvalidMessage e) {
            throw new NotAnEvent(path + ": " + e.getMessage());
        }
    }

    String required(String path) throws NotAnEvent {
        return document.text(path).orElseThrow(() -> new NotAnEvent("it has no \"" + path + "\""));
    }

    private String timestamp() {
        return document.textOrNumber("timestamp").map(Timestamps::normal).orElse("");
    }

    /**
     * An inbound message.
     *
     * @param from where the user's id stands
     * @param to where the Page's id stands
     * @param type where the content's type stands
     * @param text where the text stands, if it is one
     * @param url where the URL of a file of that type stands
     */
    InboundMessage inbound(String from, String to, String type, String text, UnaryOperator<String> url)
            throws NotAnEvent {
        return new InboundMessage(messageId(), user(from), page(to), timestamp(), content(required(type), text, url));
    }

    /**
     * A status.
     *
     * @param from where the Page's id stands
     * @param to where the user's id stands
     * @param error reads the object of that name
     */
    StatusUpdate status(String from, String to, Function<Document, StatusUpdate.Error> error) throws NotAnEvent {
        return new StatusUpdate(
                messageId(),
                page(from),
                user(to),
                timestamp(),
                required("status"),
                document.textOrNumber("client_ref"),
                object("error").map(error),
                usage());
    }

    private Content content(String type, String text, UnaryOperator<String> url) throws NotAnEvent {
        if (type.equals("text")) {
            return new Content.Text(required(text));
        }
        Optional<Content.Media.Kind> kind = Content.Media.Kind.of(type);
        return kind.isPresent() ? new Content.Media(kind.get(), required(url.apply(type))) : new Content.Other(type);
    }

    private Optional<StatusUpdate.Usage> usage() {
        return object("usage")
                .map(usage -> new StatusUpdate.Usage(
                        usage.text("currency").orElse(""),
                        usage.textOrNumber("price").orElse("")));
    }

    /** The object of that name; a null there stands for none. */
    private Optional<Document> object(String name) {
        return document.member(name).filter(value -> value.members().isPresent());
    }

    /** An identifier that came as a number is kept digit for digit: a PSID may be beyond 2^53. */
    private String id(String path) throws NotAnEvent {
        return document.textOrNumber(path)
                .filter(id -> document.text(path).isPresent() || id.chars().allMatch(c -> c >= '0' && c <= '9'))
                .orElseThrow(() -> new NotAnEvent("it has no \"" + path + "\""));
    }
}
