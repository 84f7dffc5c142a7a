package fbmsg.webhook;

import fbmsg.http.Request;
import fbmsg.json.Document;
import fbmsg.json.JsonText;
import fbmsg.json.wire.EventRecord;
import fbmsg.message.Event;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An event as a sink gets it.
 *
 * @param request the webhook as it came; its body is valid JSON in UTF-8
 * @param signature {@code valid}, or {@code unchecked} where there is no secret
 * @param file where the message's file was put, if it was fetched
 */
public record Received(Event event, Request request, String signature, Optional<String> file) {

    public Received withFile(String path) {
        return new Received(event, request, signature, Optional.of(path));
    }

    /** What tells an event from others: one message has one inbound event, and one for each of its statuses. No id has a tab. */
    public String id() {
        return event.match(
                inbound -> inbound.id().value(), status -> status.id().value() + "\t" + status.status());
    }

    /** The user whom it is about: who wrote, or who was written to. */
    public String user() {
        return event.match(
                inbound -> inbound.from().value(), status -> status.to().value());
    }

    /** The webhook's own bytes. */
    public byte[] body() {
        return request.body();
    }

    /** fbmsg's record of it, all but the payload. */
    public Document record() {
        return EventRecord.encode(event, signature, file);
    }

    /** The body on one line: what is insignificant left out, no token changed. */
    public String payload() {
        return new String(JsonText.minify(body()), StandardCharsets.UTF_8);
    }

    /** The record as one line without its end. */
    public String line() {
        return EventRecord.line(record(), payload());
    }

    /** For people: {@code message ID}, or {@code status delivered of message ID}. */
    public String named() {
        return event.match(
                inbound -> "message " + inbound.id(),
                status -> "status " + status.status() + " of message " + status.id());
    }
}
