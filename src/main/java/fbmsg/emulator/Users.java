package fbmsg.emulator;

import fbmsg.emulator.rules.Message;
import fbmsg.emulator.rules.Problem;
import fbmsg.emulator.webhook.CallbackUrl;
import fbmsg.emulator.webhook.Courier;
import fbmsg.emulator.webhook.Delivery;
import fbmsg.emulator.webhook.DeliveryError;
import fbmsg.emulator.webhook.DeliveryStatus;
import fbmsg.emulator.webhook.InboundWebhook;
import fbmsg.emulator.webhook.MessageType;
import fbmsg.emulator.webhook.StatusWebhook;
import fbmsg.emulator.webhook.Version;
import fbmsg.emulator.world.Conversations;
import fbmsg.emulator.world.Ledger;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.json.Document;
import fbmsg.json.Json;
import fbmsg.json.JsonText;
import fbmsg.json.MalformedJson;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The users' side of the conversation: what one of them writes goes to the inbound URL as a webhook, and what becomes of a
 * message to one of them goes to the status URL.
 *
 * @param page to which users write where nothing else is said
 * @param inbound where the page's owner listens
 * @param status where it is told what became of its messages
 * @param version the form of its webhooks
 * @param ids a new UUID each time
 */
public record Users(
        Courier courier,
        String page,
        CallbackUrl inbound,
        CallbackUrl status,
        Version version,
        Clock clock,
        Supplier<String> ids,
        Conversations conversations) {
    private static final int LONGEST_ID = 50;

    /** How long a message takes to a user's telephone, before the courier's scale. */
    private static final Duration TO_THE_USER = Duration.ofSeconds(1);

    /** Users who have not written yet. */
    public Users(
            Courier courier,
            String page,
            CallbackUrl inbound,
            CallbackUrl status,
            Version version,
            Clock clock,
            Supplier<String> ids) {
        this(courier, page, inbound, status, version, clock, ids, new Conversations());
    }

    /** Gives an accepted message to its user, or finds that it cannot be given. */
    void receive(Ledger.Entry entry) {
        Optional<DeliveryError> objection = conversations.objection(entry.message(), entry.acceptedAt());
        if (objection.isPresent()) {
            tell(entry, DeliveryStatus.REJECTED, objection, Duration.ZERO);
        } else {
            tell(entry, DeliveryStatus.SUBMITTED, Optional.empty(), Duration.ZERO);
            tell(entry, DeliveryStatus.DELIVERED, Optional.empty(), TO_THE_USER);
        }
    }

    private void tell(Ledger.Entry entry, DeliveryStatus became, Optional<DeliveryError> error, Duration from) {
        Message message = entry.message();
        StatusWebhook webhook = new StatusWebhook(
                entry.messageUuid(),
                message.from(),
                message.to(),
                became,
                message.clientRef(),
                error,
                ids.get().replace("-", ""),
                clock.instant());
        courier.take(new Delivery("status", status, webhook.body(version)), from);
    }

    /** {@code {"text":"…"}}, or {@code image}, {@code audio}, {@code video} or {@code file} with a URL; {@code page}. */
    Reply write(String psid, Request request, String requestId) {
        Map<String, Document> members;
        try {
            members = Json.parse(request.body()).members().orElse(Map.of());
        } catch (MalformedJson e) {
            return Problem.invalidJson(400, e.where()).reply(requestId);
        }
        List<MessageType> types = Arrays.stream(MessageType.values())
                .filter(type -> members.containsKey(type.wire()))
                .toList();
        Optional<String> to = Optional.of(page);
        if (members.containsKey("page")) {
            to = members.get("page").string().filter(id -> !id.isEmpty() && id.length() <= LONGEST_ID);
        }
        Optional<String> content = types.size() == 1
                ? members.get(types.get(0).wire()).string().filter(said -> !said.isEmpty())
                : Optional.empty();
        if (content.isEmpty() || to.isEmpty() || psid.isEmpty() || psid.length() > LONGEST_ID) {
            return Problem.wrongControl(
                            "give one of text, image, audio, video and file, as a string that is not empty; page, if "
                                    + "given, and the user's id are strings of 1 to " + LONGEST_ID + " characters")
                    .reply(requestId);
        }
        InboundWebhook webhook =
                new InboundWebhook(ids.get(), psid, to.get(), types.get(0), content.get(), clock.instant());
        conversations.written(webhook.page(), psid, webhook.at());
        courier.take(new Delivery("inbound", inbound, webhook.body(version)), Duration.ZERO);
        return Reply.json(
                202,
                JsonText.compact(Document.object()
                                .with("message_uuid", webhook.messageUuid())
                                .build())
                        + "\n");
    }

    /** Every webhook that is remembered, with its attempts. */
    Reply webhooks() {
        List<Document> shown =
                courier.deliveries().stream().map(Delivery::shown).toList();
        return Reply.json(
                200,
                JsonText.compact(Document.object()
                                .with("webhooks", Document.of(shown))
                                .build())
                        + "\n");
    }
}
