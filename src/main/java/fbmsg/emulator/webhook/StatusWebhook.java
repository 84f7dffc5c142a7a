package fbmsg.emulator.webhook;

import fbmsg.json.Document;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What became of a message of the page's, as its owner is told. Here the page is the sender, and the user the recipient.
 *
 * @param psid to whom the message went
 * @param clientRef the sender's own reference, where the message had one
 * @param error why, with {@link DeliveryStatus#REJECTED} and {@link DeliveryStatus#UNDELIVERABLE}
 * @param traceId of the error: 32 hexadecimal digits
 * @param workflow where the message came with others that stand in for it
 */
public record StatusWebhook(
        String messageUuid,
        String page,
        String psid,
        DeliveryStatus status,
        Optional<String> clientRef,
        Optional<DeliveryError> error,
        String traceId,
        Optional<Workflow> workflow,
        Instant at) {

    /**
     * The place of a message among those that stand in for each other.
     *
     * @param number from 1, which is the first that is tried
     */
    public record Workflow(String id, int number, int total) {}

    private static final String ERRORS = "https://developer.vonage.com/api-errors/messages#";

    /** The webhook's body. */
    public Document body(Version version) {
        return switch (version) {
            case V1 -> v1();
            case V0_1 -> v01();
        };
    }

    private Document v1() {
        Document.Builder body = Document.object()
                .with("channel", "messenger")
                .with("message_uuid", messageUuid)
                .with("to", psid)
                .with("from", page)
                .with("timestamp", at.truncatedTo(ChronoUnit.SECONDS).toString())
                .with("status", status.wire())
                .with("client_ref", clientRef);
        error.ifPresent(e -> body.with(
                "error",
                Document.object()
                        .with("type", ERRORS + e.code())
                        .with("title", String.valueOf(e.code()))
                        .with("detail", e.reason())
                        .with("instance", traceId)
                        .build()));
        workflow.ifPresent(w -> body.with(
                "workflow",
                Document.object()
                        .with("workflow_id", w.id())
                        .with("items_number", String.valueOf(w.number()))
                        .with("items_total", String.valueOf(w.total()))
                        .build()));
        return body.build();
    }

    private Document v01() {
        Document.Builder body = Document.object()
                .with("message_uuid", messageUuid)
                .with("to", FormV01.party(psid))
                .with("from", FormV01.party(page))
                .with("timestamp", FormV01.time(at))
                .with("status", status.wire())
                .with("client_ref", clientRef);
        error.ifPresent(e -> body.with(
                "error",
                Document.object()
                        .with("code", e.code())
                        .with("reason", e.reason())
                        .build()));
        return body.build();
    }
}
