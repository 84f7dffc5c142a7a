package fbmsg.emulator;

import fbmsg.http.Headers;
import fbmsg.http.Request;
import fbmsg.json.Document;
import fbmsg.json.JsonText;
import fbmsg.jwt.WebhookSignature;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes a webhook's body into the signed request that Vonage would post (documentation "Signed webhooks"). */
public final class WebhookSigner {
    private final String secret;
    private final String applicationId;
    private final Optional<String> apiKey;
    private final Clock clock;
    private final Supplier<String> ids;

    /**
     * @param secret the account's signature secret
     * @param applicationId whose webhook it is, for the claim {@code application_id}
     * @param apiKey the account, for the claim {@code api_key}, which is left out if empty
     * @param ids gives a new {@code jti} each time
     */
    public WebhookSigner(
            String secret, String applicationId, Optional<String> apiKey, Clock clock, Supplier<String> ids) {
        this.secret = secret;
        this.applicationId = applicationId;
        this.apiKey = apiKey;
        this.clock = clock;
        this.ids = ids;
    }

    /** A POST to a path of the receiver's. */
    Request post(String path, Document webhook) {
        String body = JsonText.compact(webhook);
        Document claims = Document.object()
                .with("iss", "Vonage")
                .with("iat", clock.instant().getEpochSecond())
                .with("jti", ids.get())
                .with("api_key", apiKey)
                .with("application_id", applicationId)
                .build();
        String signature = WebhookSignature.sign(secret, claims, body.getBytes(StandardCharsets.UTF_8));
        return Request.postJson(path, Headers.of("Authorization", signature), body);
    }
}
