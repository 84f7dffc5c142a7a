package fbmsg.emulator.world;

import fbmsg.emulator.rules.Message;
import fbmsg.emulator.webhook.Delivery;
import fbmsg.emulator.webhook.StatusWebhook;
import fbmsg.emulator.webhook.Version;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Tells the owner of one message what becomes of it: one webhook after the other, unless it is to be otherwise. */
final class StatusPost {
    private final World world;
    private final Entry entry;
    private final Optional<String> url;
    private final Version version;
    private final Manner manner;
    private final Deque<Delivery.Webhook> held = new ArrayDeque<>();
    private Optional<Delivery> last = Optional.empty();

    private StatusPost(World world, Entry entry, Optional<String> url, Version version, Manner manner) {
        this.world = world;
        this.entry = entry;
        this.url = url;
        this.version = version;
        this.manner = manner;
    }

    /** Where it goes: what the message says of itself, else the application, else, without one, the account. */
    static StatusPost of(World world, Entry entry, Optional<Application> application) {
        Optional<Account.Callbacks> usual = application.isPresent()
                ? application.flatMap(Application::callbacks)
                : Optional.of(world.account().callbacks());
        Message.Callback own = entry.message().callback();
        Optional<String> url = own.url().or(() -> usual.flatMap(Account.Callbacks::status));
        Optional<Fault> fault = url.flatMap(there ->
                world.faults().strike(Fault.Point.WEBHOOKS, entry.message().to()));
        return new StatusPost(
                world,
                entry,
                url,
                own.version().or(() -> usual.map(Account.Callbacks::version)).orElse(Version.V1),
                Manner.of(fault));
    }

    synchronized void tell(Entry.Status status) {
        if (url.isEmpty()) {
            return;
        }
        Delivery.Webhook webhook = webhook(status);
        if (manner.reversed()) {
            held.push(webhook);
        } else {
            post(webhook);
        }
    }

    /** No more will become of it. */
    synchronized void end() {
        held.forEach(this::post);
        held.clear();
    }

    private void post(Delivery.Webhook webhook) {
        last = Optional.of(manner.post(world.courier(), webhook, last));
    }

    private Delivery.Webhook webhook(Entry.Status status) {
        StatusWebhook webhook = new StatusWebhook(
                entry.messageUuid(),
                entry.message().from(),
                entry.message().to(),
                status.became(),
                entry.message().clientRef(),
                status.error(),
                world.ids().other().replace("-", ""),
                entry.workflow(),
                status.at());
        return new Delivery.Webhook(
                "status",
                entry.messageUuid(),
                url.orElseThrow(),
                webhook.body(version),
                world.signer().of(entry.applicationId()),
                manner.signing());
    }
}
