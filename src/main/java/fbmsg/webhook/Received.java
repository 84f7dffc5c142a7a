package fbmsg.webhook;

import fbmsg.json.Document;
import fbmsg.json.JsonText;
import fbmsg.json.wire.EventRecord;
import fbmsg.message.Event;
import java.nio.charset.StandardCharsets;

/**
 * An event as a sink gets it.
 *
 * @param body the webhook's own bytes, valid JSON in UTF-8
 * @param signature {@code valid}, or {@code unchecked} where there is no secret
 */
public record Received(Event event, byte[] body, String signature) {

    /** fbmsg's record of it, all but the payload. */
    public Document record() {
        return EventRecord.encode(event, signature);
    }

    /** The record as one line without its end. */
    public String line() {
        return EventRecord.line(record(), new String(JsonText.minify(body), StandardCharsets.UTF_8));
    }
}
