package fbmsg.emulator.webhook;

import fbmsg.http.Request;
import java.time.Clock;
import java.util.function.Supplier;

/** Someone on Facebook who writes to a page; the page's owner sees it as a signed inbound webhook. */
public final class FacebookUser {
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
        InboundWebhook webhook = new InboundWebhook(ids.get(), psid, page, MessageType.TEXT, text, clock.instant());
        return signer.post(path, webhook.body(version));
    }
}
