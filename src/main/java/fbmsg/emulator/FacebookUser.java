package fbmsg.emulator;

import fbmsg.http.Request;
import fbmsg.json.Document;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/** Someone on Facebook who writes to a page; the page's owner sees it as a signed inbound webhook. */
public final class FacebookUser {
    /** The form of the example in the description of v0.1. */
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final String psid;
    private final String page;
    private final WebhookSigner signer;
    private final Clock clock;
    private final Supplier<String> ids;

    /**
     * @param psid the id by which this page knows the user
     * @param page the id of the page
     * @param ids gives a new {@code message_uuid} each time
     */
    public FacebookUser(String psid, String page, WebhookSigner signer, Clock clock, Supplier<String> ids) {
        this.psid = psid;
        this.page = page;
        this.signer = signer;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * The webhook for one text.
     *
     * @param version what the application is set to receive
     * @param path where the receiver listens
     */
    public Request writes(String text, Version version, String path) {
        Document webhook = switch (version) {
            case V1 -> v1(text);
            case V0_1 -> v01(text);
        };
        return signer.post(path, webhook);
    }

    private Document v1(String text) {
        Instant second = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return Document.object()
                .with("channel", "messenger")
                .with("message_uuid", ids.get())
                .with("to", page)
                .with("from", psid)
                .with("timestamp", second.toString())
                .with("message_type", "text")
                .with("text", text)
                .build();
    }

    private Document v01(String text) {
        Document content =
                Document.object().with("type", "text").with("text", text).build();
        return Document.object()
                .with("message_uuid", ids.get())
                .with("to", party(page))
                .with("from", party(psid))
                .with("timestamp", MILLISECONDS.format(clock.instant()))
                .with("message", Document.object().with("content", content).build())
                .build();
    }

    private static Document party(String id) {
        return Document.object().with("type", "messenger").with("id", id).build();
    }
}
