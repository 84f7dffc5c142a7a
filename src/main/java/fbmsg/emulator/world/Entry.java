package fbmsg.emulator.world;

import fbmsg.emulator.rules.Message;
import fbmsg.emulator.webhook.DeliveryError;
import fbmsg.emulator.webhook.DeliveryStatus;
import fbmsg.emulator.webhook.MessageType;
import fbmsg.emulator.webhook.StatusWebhook;
import fbmsg.emulator.webhook.Version;
import fbmsg.json.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One message of a conversation, and what became of it. Safe for many threads. */
public final class Entry {
    /** Who wrote it. */
    public enum Direction {
        /** a user, to a page */
        INBOUND,
        /** a page, to a user */
        OUTBOUND
    }

    /**
     * @param error why, where it was not delivered
     */
    public record Status(DeliveryStatus became, Instant at, Optional<DeliveryError> error) {}

    private final Direction direction;
    private final String messageUuid;
    private final Version version;
    private final Message message;
    private final Optional<String> applicationId;
    private final Instant at;
    private final Optional<StatusWebhook.Workflow> workflow;
    private final List<Status> statuses = new ArrayList<>();
    private boolean forgotten;

    /**
     * @param version of the API by which it came, or of its webhook
     * @param applicationId whose it is; empty: the account's alone
     * @param at when it was accepted, or written
     */
    public Entry(
            Direction direction,
            String messageUuid,
            Version version,
            Message message,
            Optional<String> applicationId,
            Instant at,
            Optional<StatusWebhook.Workflow> workflow) {
        this.direction = direction;
        this.messageUuid = messageUuid;
        this.version = version;
        this.message = message;
        this.applicationId = applicationId;
        this.at = at;
        this.workflow = workflow;
    }

    public Direction direction() {
        return direction;
    }

    public String messageUuid() {
        return messageUuid;
    }

    public Version version() {
        return version;
    }

    public Message message() {
        return message;
    }

    public Optional<String> applicationId() {
        return applicationId;
    }

    public Instant at() {
        return at;
    }

    Optional<StatusWebhook.Workflow> workflow() {
        return workflow;
    }

    public synchronized List<Status> statuses() {
        return List.copyOf(statuses);
    }

    synchronized void add(Status status) {
        statuses.add(status);
    }

    /** It is not of the emulated world any more: nothing becomes of it. */
    synchronized void forget() {
        forgotten = true;
    }

    synchronized boolean isForgotten() {
        return forgotten;
    }

    /** About how many characters it keeps. */
    long weight() {
        return 200L
                + message.content().length()
                + message.messenger().tag().orElse("").length()
                + message.callback().url().orElse("").length();
    }

    /** As the chat page shows it. */
    Document shown() {
        boolean inbound = direction == Direction.INBOUND;
        return Document.object()
                .with("message_uuid", messageUuid)
                .with("direction", direction.name().toLowerCase(Locale.ROOT))
                .with("page", inbound ? message.to() : message.from())
                .with("user", inbound ? message.from() : message.to())
                .with("type", message.type().wire())
                .with(message.type() == MessageType.TEXT ? "text" : "url", message.content())
                .with("at", at.toString())
                .with("client_ref", message.clientRef())
                .with("category", message.messenger().category())
                .with("tag", message.messenger().tag())
                .with(
                        "statuses",
                        Document.of(statuses().stream().map(Entry::shown).toList()))
                .build();
    }

    private static Document shown(Status status) {
        Document.Builder shown = Document.object()
                .with("status", status.became().wire())
                .with("at", status.at().toString());
        status.error()
                .ifPresent(error -> shown.with(
                        "error",
                        Document.object()
                                .with("code", error.code())
                                .with("reason", error.reason())
                                .build()));
        return shown.build();
    }
}
