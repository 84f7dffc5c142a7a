package fbmsg.emulator.webhook;

import fbmsg.json.Document;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** What the webhooks of v0.1 write otherwise than those of v1. */
final class FormV01 {
    /** The form of the example in the description. */
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private FormV01() {}

    static Document party(String id) {
        return Document.object().with("type", "messenger").with("id", id).build();
    }

    static String time(Instant at) {
        return MILLISECONDS.format(at);
    }
}
