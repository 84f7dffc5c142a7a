package fbmsg.recording;

import fbmsg.json.Json;
import fbmsg.json.MalformedJson;
import fbmsg.json.wire.NotAnEvent;
import fbmsg.json.wire.Webhooks;
import fbmsg.message.MessageId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The name of a recording's file: time, number, kind and message, in characters that any file system takes.
 *
 * @param time in UTC, to the microsecond
 * @param what {@code inbound-MESSAGE_UUID}, {@code status-MESSAGE_UUID}, or {@code webhook} if the body is neither
 */
record FileName(String time, String what) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HHmmss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** Ids are UUIDs, but they come from strangers. */
    private static final int LONGEST_ID = 64;

    static FileName of(Instant received, byte[] body) {
        return new FileName(TIME.format(received), what(body));
    }

    /** With six digits, so that names sort; the numbers begin again after a million. */
    String with(long number) {
        return String.format("%s-%06d-%s.http", time, number % 1_000_000, what);
    }

    private static String what(byte[] body) {
        try {
            return Webhooks.decode(Json.parse(body))
                    .match(inbound -> "inbound-" + safe(inbound.id()), status -> "status-" + safe(status.id()));
        } catch (MalformedJson | NotAnEvent e) {
            return "webhook";
        }
    }

    private static String safe(MessageId id) {
        String safe = id.value().replaceAll("[^A-Za-z0-9-]", "_");
        return safe.substring(0, Math.min(safe.length(), LONGEST_ID));
    }
}
