package fbmsg.emulator.world;

import fbmsg.emulator.rules.Message;
import fbmsg.emulator.webhook.Delivery;
import fbmsg.emulator.webhook.DeliveryError;
import fbmsg.emulator.webhook.InboundWebhook;
import fbmsg.emulator.webhook.MessageType;
import fbmsg.emulator.webhook.StatusWebhook;
import fbmsg.emulator.webhook.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The conversation: what a user writes reaches the application of the page, and what a page sends reaches its user, or does
 * not. Safe for many threads.
 */
public final class Messenger {

    private final World world;

    Messenger(World world) {
        this.world = world;
    }

    /**
     * What the API answers with.
     *
     * @param workflowId where it came with others that stand in for it
     */
    public record Accepted(String messageUuid, Optional<String> workflowId) {}

    /**
     * Whether the page may be written for; one that nobody knows is made, and linked to whoever asks.
     *
     * @param application who asks; empty: the account itself, which may use all its pages
     */
    public boolean maySend(String page, Optional<Application> application) {
        Optional<String> id = application.map(Application::id);
        Page used = world.pages().use(page, id.or(world::usualApplication));
        return id.isEmpty() || used.application().equals(id);
    }

    /** Takes a message that keeps the rules, and returns at once; what becomes of it is told by webhooks. */
    public Accepted accept(Version version, Message message, Optional<Application> application) {
        Optional<String> workflow = message.failover().map(others -> world.ids().message());
        List<Message> others = message.failover().orElse(List.of());
        Batch batch = new Batch(version, application, workflow, 1 + others.size());
        return new Accepted(accept(batch, message, others), workflow);
    }

    /** What the messages of one request have in common. */
    private record Batch(Version version, Optional<Application> application, Optional<String> workflow, int total) {}

    private String accept(Batch batch, Message message, List<Message> others) {
        Entry entry = new Entry(
                Entry.Direction.OUTBOUND,
                world.ids().message(),
                batch.version(),
                message.alone(),
                batch.application().map(Application::id),
                world.clock().instant(),
                batch.workflow()
                        .map(id -> new StatusWebhook.Workflow(id, batch.total() - others.size(), batch.total())));
        world.ledger().add(entry);
        world.show(entry);
        StatusPost post = StatusPost.of(world, entry, batch.application());
        Runnable start = () -> {
            List<Fate> steps = fate(entry);
            Runnable then = Fate.callsForAnother(steps) && !others.isEmpty()
                    ? () -> accept(batch, others.get(0), others.subList(1, others.size()))
                    : () -> {};
            live(entry, steps, post, then);
        };
        if (message.type() == MessageType.TEXT) {
            world.courier().later(Duration.ZERO, start);
        } else {
            world.courier().aside(start); // what lies behind the URL is looked at, and may be slow to answer
        }
        return entry.messageUuid();
    }

    private List<Fate> fate(Entry entry) {
        Message message = entry.message();
        Optional<Fault> fault = world.faults().strike(Fault.Point.FATE, message.to());
        if (fault.isPresent()) {
            return Fate.of(fault.get());
        }
        Optional<Page> page = world.pages().find(message.from());
        if (page.filter(known -> known.isExpired(entry.at())).isPresent()) {
            return Fate.refused(DeliveryError.EXPIRED_PAGE);
        }
        boolean always = Fault.of(message.to()).isPresent();
        return world.conversations()
                .objection(message, entry.at())
                .filter(objection -> !always)
                .map(Fate::refused)
                .or(() -> new Media(world.courier()).problem(message).map(Fate::failed))
                .orElse(Fate.good());
    }

    /** Step after step, in their order. */
    private void live(Entry entry, List<Fate> steps, StatusPost post, Runnable then) {
        if (steps.isEmpty()) {
            post.end();
            then.run();
            return;
        }
        Fate step = steps.get(0);
        world.courier().later(step.after(), () -> {
            if (entry.isForgotten()) {
                return;
            }
            Entry.Status status = new Entry.Status(step.becomes(), world.clock().instant(), step.error());
            entry.add(status);
            world.show(entry);
            post.tell(status);
            live(entry, steps.subList(1, steps.size()), post, then);
        });
    }

    /** A user writes; returns the message's id. */
    public String write(String psid, String pageId, MessageType type, String content) {
        Instant now = world.clock().instant();
        Page page = world.pages().use(pageId, world.usualApplication());
        Optional<Application> application = page.application().flatMap(world.applications()::find);
        Optional<Account.Callbacks> callbacks = application.flatMap(Application::callbacks);
        Version version = callbacks.map(Account.Callbacks::version).orElse(Version.V1);
        Entry entry = new Entry(
                Entry.Direction.INBOUND,
                world.ids().message(),
                version,
                Message.plain(psid, pageId, type, content),
                page.application(),
                now,
                Optional.empty());
        world.ledger().add(entry);
        world.conversations().written(pageId, psid, now);
        world.show(entry);
        Optional<String> url = callbacks.flatMap(Account.Callbacks::inbound).filter(there -> !page.isExpired(now));
        url.ifPresent(there -> {
            InboundWebhook webhook = new InboundWebhook(entry.messageUuid(), psid, pageId, type, content, now);
            Manner manner = Manner.of(world.faults().strike(Fault.Point.WEBHOOKS, psid));
            world.inbound()
                    .take(
                            new Delivery.Webhook(
                                    "inbound",
                                    entry.messageUuid(),
                                    there,
                                    webhook.body(version),
                                    world.signer().of(page.application()),
                                    manner.signing()),
                            manner);
        });
        return entry.messageUuid();
    }
}
