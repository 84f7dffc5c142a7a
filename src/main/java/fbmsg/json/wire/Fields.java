package fbmsg.json.wire;

import fbmsg.json.Document;
import fbmsg.message.Content;
import fbmsg.message.InvalidMessage;
import fbmsg.message.MessageId;
import fbmsg.message.PageId;
import fbmsg.message.Psid;
import fbmsg.message.StatusUpdate;
import java.util.Optional;

/** The fields that both versions of a webhook and our own record share, read from one document. */
record Fields(Document document) {

    MessageId messageId() throws NotAnEvent {
        String value = required("message_uuid");
        try {
            return new MessageId(value);
        } catch (InvalidMessage e) {
            throw new NotAnEvent(e.getMessage());
        }
    }

    PageId page(String path) throws NotAnEvent {
        try {
            return new PageId(id(path));
        } catch (InvalidMessage e) {
            throw new NotAnEvent(path + ": " + e.getMessage());
        }
    }

    Psid user(String path) throws NotAnEvent {
        try {
            return new Psid(id(path));
        } catch (InvalidMessage e) {
            throw new NotAnEvent(path + ": " + e.getMessage());
        }
    }

    String required(String path) throws NotAnEvent {
        return document.text(path).orElseThrow(() -> new NotAnEvent("it has no \"" + path + "\""));
    }

    String timestamp() {
        return document.textOrNumber("timestamp").map(Timestamps::normal).orElse("");
    }

    /** The content of that type, its text or URL standing at {@code prefix + type}. */
    Content content(String type, String prefix) throws NotAnEvent {
        if (type.equals("text")) {
            return new Content.Text(required(prefix + "text"));
        }
        for (Content.Media.Kind kind : Content.Media.Kind.values()) {
            if (kind.wire().equals(type)) {
                return new Content.Media(kind, required(prefix + type + ".url"));
            }
        }
        return new Content.Other(type);
    }

    Optional<String> clientRef() {
        return document.textOrNumber("client_ref");
    }

    Optional<StatusUpdate.Usage> usage() {
        return object("usage")
                .map(usage -> new StatusUpdate.Usage(
                        usage.text("currency").orElse(""),
                        usage.textOrNumber("price").orElse("")));
    }

    /** The object of that name; a null there stands for none. */
    Optional<Document> object(String name) {
        return document.member(name).filter(value -> value.members().isPresent());
    }

    /** An identifier that came as a number is kept digit for digit: a PSID may be beyond 2^53. */
    private String id(String path) throws NotAnEvent {
        return document.textOrNumber(path)
                .filter(id -> document.text(path).isPresent() || id.chars().allMatch(c -> c >= '0' && c <= '9'))
                .orElseThrow(() -> new NotAnEvent("it has no \"" + path + "\""));
    }
}
