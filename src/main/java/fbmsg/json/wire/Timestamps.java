package fbmsg.json.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * The times of webhooks: {@code 2020-01-01T14:00:00.000Z} in the published schemas, {@code 2020-01-01 14:00:00 UTC} in
 * Vonage's own tutorial.
 */
final class Timestamps {
    private Timestamps() {}

    /** RFC 3339 in UTC, with a fraction only if there is one; what cannot be read stays as it came. */
    static String normal(String raw) {
        try {
            return instant(raw.strip()).toString();
        } catch (DateTimeException e) {
            return raw;
        }
    }

    private static Instant instant(String raw) {
        if (raw.endsWith(" UTC")) {
            String local = raw.substring(0, raw.length() - " UTC".length()).replace(' ', 'T');
            return LocalDateTime.parse(local).toInstant(ZoneOffset.UTC);
        }
        return OffsetDateTime.parse(raw.replace(' ', 'T')).toInstant();
    }
}
