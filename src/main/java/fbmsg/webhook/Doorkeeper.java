package fbmsg.webhook;

import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.json.Document;
import fbmsg.jwt.Verdict;
import fbmsg.jwt.WebhookSignature;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/** Says of a request, before it is read, whether it may come from Vonage. */
public final class Doorkeeper {
    private final Optional<String> path;
    private final Optional<WebhookSignature> signature;
    private final Clock clock;

    /** By {@code jti}: a fingerprint of the body it was signed for. */
    private final Remembered tokens = new Remembered();

    /**
     * @param path the only one that is taken; empty: any
     * @param signature empty: signatures are not checked
     */
    public Doorkeeper(Optional<String> path, Optional<WebhookSignature> signature, Clock clock) {
        this.path = path;
        this.signature = signature;
        this.clock = clock;
    }

    /** Whether what passes is signed. */
    boolean checksSignatures() {
        return signature.isPresent();
    }

    /**
     * @return the answer to a request that is turned away; empty if it may pass
     */
    Optional<Reply> turnAway(Request request) {
        if (path.isPresent() && !path.get().equals(request.pathOnly())) {
            return Optional.of(Reply.text(404, "not here"));
        }
        if (!request.method().equals("POST")) {
            return Optional.of(Reply.text(405, "POST only").header("Allow", "POST"));
        }
        String type = request.headers().mediaType().orElse("");
        if (!type.equals("application/json") && !type.endsWith("+json")) {
            return Optional.of(Reply.text(415, "application/json only"));
        }
        return signature.flatMap(expected -> wronglySigned(request, expected));
    }

    /**
     * Vonage documents that a rare fault of its own may send a callback unsigned, to be answered with a 5xx: it comes again
     * signed.
     */
    private Optional<Reply> wronglySigned(Request request, WebhookSignature expected) {
        if (request.headers().repeats("Authorization")) {
            return Optional.of(unauthorized("is there twice")); // whoever it is posted on to could read the other one
        }
        Verdict verdict = expected.verify(request.headers().first("Authorization"), request.body(), clock.instant());
        return verdict.match(
                valid -> usedForAnother(valid.claims())
                        ? Optional.of(unauthorized("was used for another body"))
                        : Optional.empty(),
                invalid -> Optional.of(unauthorized(invalid.reason())),
                () -> Optional.of(Reply.text(503, "the signature is missing")));
    }

    private static Reply unauthorized(String reason) {
        return Reply.text(401, "the signature " + reason).header("WWW-Authenticate", "Bearer");
    }

    /** A redelivery may carry its first token; anything else with that token is somebody else's. */
    private boolean usedForAnother(Document claims) {
        Optional<String> id = claims.textOrNumber("jti");
        if (id.isEmpty()) {
            return false;
        }
        String hash = claims.text("payload_hash").orElseThrow().toLowerCase(Locale.ROOT);
        int body = Remembered.fingerprint(hash);
        int before = tokens.putIfAbsent(id.get(), body);
        return before >= 0 && before != body;
    }
}
