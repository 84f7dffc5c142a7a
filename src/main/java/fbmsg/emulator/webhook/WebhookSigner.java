package fbmsg.emulator.webhook;

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
    private final Optional<String> applicationId;
    private final Optional<String> apiKey;
    private final Clock clock;
    private final Supplier<String> ids;

    /**
     * @param secret the account's signature secret
     * @param applicationId whose webhook it is, for the claim {@code application_id}, which is left out if empty
     * @param apiKey the account, for the claim {@code api_key}, which is left out if empty
     * @param ids gives a new {@code jti} each time
     */
    public WebhookSigner(
            String secret, Optional<String> applicationId, Optional<String> apiKey, Clock clock, Supplier<String> ids) {
        this.secret = secret;
        this.applicationId = applicationId;
        this.apiKey = apiKey;
        this.clock = clock;
        this.ids = ids;
    }

    /** The same account's signer, for the webhooks of an application, or of the account alone. */
    public WebhookSigner of(Optional<String> application) {
        return new WebhookSigner(secret, application, apiKey, clock, ids);
    }

    /** How a webhook is signed. */
    public enum Signing {
        VALID,
        /** with another secret, as somebody would who is not Vonage */
        BAD,
        /** not at all: a rare fault of Vonage's own, as its documentation says */
        NONE
    }

    /** A POST to a path of the receiver's. */
    public Request post(String path, Document webhook) {
        return post(path, JsonText.compact(webhook).getBytes(StandardCharsets.UTF_8), Signing.VALID);
    }

    /** A POST of these very bytes. */
    public Request post(String path, byte[] body, Signing signing) {
        Headers headers = Headers.of("Content-Type", "application/json").with("Accept", "application/json");
        return sign(new Request("POST", path, headers, body), signing);
    }

    /** That request, which has no {@code Authorization} yet, with one. */
    public Request sign(Request request, Signing signing) {
        return signing == Signing.NONE
                ? request
                : new Request(
                        request.method(),
                        request.path(),
                        request.headers().with("Authorization", signature(request.body(), signing)),
                        request.body());
    }

    private String signature(byte[] body, Signing signing) {
        Document claims = Document.object()
                .with("iss", "Vonage")
                .with("iat", clock.instant().getEpochSecond())
                .with("jti", ids.get())
                .with("api_key", apiKey)
                .with("application_id", applicationId)
                .build();
        return WebhookSignature.sign(signing == Signing.BAD ? secret + " and more" : secret, claims, body);
    }
}
