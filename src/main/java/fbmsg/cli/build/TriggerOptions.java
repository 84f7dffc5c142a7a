package fbmsg.cli.build;

import fbmsg.Failure;
import fbmsg.cli.Session;
import fbmsg.cli.syntax.Flag;
import fbmsg.cli.syntax.Option;
import fbmsg.cli.syntax.Syntax;
import fbmsg.config.Key;
import fbmsg.config.Settings;
import fbmsg.emulator.webhook.DeliveryStatus;
import fbmsg.emulator.webhook.InboundWebhook;
import fbmsg.emulator.webhook.MessageType;
import fbmsg.emulator.webhook.StatusWebhook;
import fbmsg.emulator.webhook.Version;
import fbmsg.emulator.webhook.WebhookSigner;
import fbmsg.json.Document;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the webhook says and how it is signed. */
final class TriggerOptions {
    private static final String USER = "1111111111111111";
    private static final String PAGE = "0000000000000000";
    private static final String TEXT = "Hello from Facebook Messenger!";

    private final Map<MessageType, Option<String>> contents = new EnumMap<>(MessageType.class);
    private final Option<String> psid;
    private final Option<String> page;
    private final Option<String> messageUuid;
    private final Option<DeliveryStatus> status;
    private final Option<String> clientRef;
    private final Option<Version> api;
    private final Option<String> body;
    private final Flag unsigned;
    private final Flag badSignature;

    TriggerOptions(Syntax command) {
        psid = command.text("--psid", "PSID", "The Facebook user (default: " + USER + ").");
        page = command.text("--page", "ID", "The Page (default: the setting page_id, or " + PAGE + ").");
        contents.put(MessageType.TEXT, command.text("--text", "TEXT", "inbound: what the user writes."));
        for (MessageType type : List.of(MessageType.IMAGE, MessageType.AUDIO, MessageType.VIDEO, MessageType.FILE)) {
            contents.put(type, command.text("--" + type.wire(), "URL", "inbound: the user sends this file."));
        }
        status = command.choice(
                "--status",
                "STATUS",
                Words.of(DeliveryStatus.values(), DeliveryStatus::wire),
                "status: submitted, delivered (default), read, rejected or undeliverable.");
        messageUuid = command.text("--message-uuid", "ID", "The message (default: a new one).");
        clientRef = command.text("--client-ref", "REF", "status: the reference that the message was sent with.");
        api = command.choice(
                "--api",
                "VERSION",
                Words.of(Version.values(), Version::wire),
                "The webhook's form: v1 (default) or v0.1.");
        body = command.text("--body", "FILE", "Post these very bytes; '-' for standard input.");
        unsigned = command.flag("--unsigned", "Leave the signature out.");
        badSignature = command.flag("--bad-signature", "Sign with another secret.");
    }

    Optional<String> bodyFile() {
        return body.value();
    }

    WebhookSigner.Signing signing() {
        if (unsigned.isGiven() && badSignature.isGiven()) {
            throw Failure.usage("--unsigned and --bad-signature exclude each other", "give one of them");
        }
        return unsigned.isGiven()
                ? WebhookSigner.Signing.NONE
                : badSignature.isGiven() ? WebhookSigner.Signing.BAD : WebhookSigner.Signing.VALID;
    }

    /** The body that is made where none is given. */
    Document webhook(Session session, Settings settings, boolean inbound) {
        String user = psid.or(USER);
        String toPage = page.value().or(() -> settings.value(Key.PAGE_ID)).orElse(PAGE);
        String id = messageUuid.value().orElseGet(session.host().ids());
        if (inbound) {
            MessageType type = givenContents().stream().findFirst().orElse(MessageType.TEXT);
            return new InboundWebhook(
                            id,
                            user,
                            toPage,
                            type,
                            contents.get(type).or(TEXT),
                            session.host().clock().instant())
                    .body(api.or(Version.V1));
        }
        DeliveryStatus became = status.or(DeliveryStatus.DELIVERED);
        return new StatusWebhook(
                        id,
                        toPage,
                        user,
                        became,
                        clientRef.value(),
                        became.usualError(),
                        session.host().ids().get().replace("-", ""),
                        Optional.empty(),
                        session.host().clock().instant())
                .body(api.or(Version.V1));
    }

    /**
     * @throws Failure if options are given that say nothing about this kind of webhook
     */
    void check(boolean inbound) {
        List<MessageType> given = givenContents();
        if (given.size() > 1) {
            throw Failure.usage(
                    "--" + given.get(0).wire() + " and --" + given.get(1).wire() + " exclude each other",
                    "a message has one of them");
        }
        if (body.isGiven() && (!given.isEmpty() || ofStatus() || ofBoth())) {
            throw Failure.usage("--body is the whole webhook", "leave out the options that say what is in it");
        }
        if (inbound && ofStatus()) {
            throw Failure.usage("--status and --client-ref go with 'trigger status'", "leave them out");
        }
        if (!inbound && !given.isEmpty()) {
            throw Failure.usage("--" + given.get(0).wire() + " goes with 'trigger inbound'", "leave it out");
        }
    }

    private boolean ofStatus() {
        return status.isGiven() || clientRef.isGiven();
    }

    private boolean ofBoth() {
        return psid.isGiven() || page.isGiven() || messageUuid.isGiven() || api.isGiven();
    }

    private List<MessageType> givenContents() {
        List<MessageType> given = new ArrayList<>();
        contents.forEach((type, option) -> {
            if (option.isGiven()) {
                given.add(type);
            }
        });
        return given;
    }
}
