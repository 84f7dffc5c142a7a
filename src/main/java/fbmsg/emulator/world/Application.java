package fbmsg.emulator.world;

import fbmsg.emulator.webhook.Version;
import fbmsg.json.Document;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;

/**
 * An application: what the real service keeps of one.
 *
 * @param id what its tokens name as {@code application_id}
 * @param key verifies them; the private half is not kept
 * @param capabilities as they were given
 * @param improveAi whether Vonage may use what is sent to improve its services
 */
public record Application(String id, String name, RSAPublicKey key, Document capabilities, boolean improveAi) {

    /** One that may send, and has nowhere for its webhooks. */
    public Application(String id, RSAPublicKey key) {
        this(id, "An application", key, messages(Document.object().build()), false);
    }

    /** One made for a run of the emulator. */
    public static Application of(String id, RSAPublicKey key, Account.Callbacks callbacks) {
        Document messages = Document.object()
                .with("version", callbacks.version().wire())
                .with(
                        "webhooks",
                        Document.object()
                                .with("inbound_url", url(callbacks.inbound()))
                                .with("status_url", url(callbacks.status()))
                                .build())
                .build();
        return new Application(id, "fbmsg emulate", key, messages(messages), false);
    }

    private static Document messages(Document settings) {
        return Document.object().with("messages", settings).build();
    }

    private static Document url(Optional<String> address) {
        return Document.object()
                .with("address", address.orElse(""))
                .with("http_method", "POST")
                .build();
    }

    /** Where its webhooks go; empty: it has no capability for messages. */
    public Optional<Account.Callbacks> callbacks() {
        return capabilities
                .member("messages")
                .map(messages -> new Account.Callbacks(
                        address(messages, "inbound_url"),
                        address(messages, "status_url"),
                        Version.of(messages.text("version")).orElse(Version.V1)));
    }

    private static Optional<String> address(Document messages, String name) {
        return messages.text("webhooks." + name + ".address").filter(address -> !address.isEmpty());
    }
}
