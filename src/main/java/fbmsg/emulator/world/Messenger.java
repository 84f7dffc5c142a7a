package fbmsg.emulator.world;

import fbmsg.emulator.rules.Message;
import fbmsg.emulator.webhook.CallbackUrl;
import fbmsg.emulator.webhook.Delivery;
import fbmsg.emulator.webhook.DeliveryError;
import fbmsg.emulator.webhook.InboundWebhook;
import fbmsg.emulator.webhook.MessageType;
import fbmsg.emulator.webhook.StatusWebhook;
import fbmsg.emulator.webhook.Version;
import java.time.Instant;
import java.util.ArrayList;
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
     * Whether the page may be written for: one that nobody knows, or that is linked to whoever asks.
     *
     * @param application who asks; empty: the account itself, which may use all its pages
     */
    public boolean maySend(String page, Optional<Application> application) {
        Optional<String> id = application.map(Application::id);
        return id.isEmpty()
                || world.pages()
                        .find(page)
                        .filter(known -> !known.application().equals(id))
                        .isEmpty();
    }

    /** Takes a message that keeps the rules, and returns at once; what becomes of it is told by webhooks. */
    public Accepted accept(Version version, Message message, Optional<Application> application) {
        return world.resets().undisturbed(() -> {
            List<Message> all = new ArrayList<>(List.of(message));
            message.failover().ifPresent(all::addAll);
            Optional<String> workflow =
                    message.failover().map(others -> world.ids().message());
            List<String> uuids = all.stream().map(one -> world.ids().message()).toList();
            take(new Batch(version, application, workflow, all, uuids), 0);
            return new Accepted(uuids.get(0), workflow);
        });
    }

    /** The messages of one request, each of which stands in for the one before, and what they have in common. */
    private record Batch(
            Version version,
            Optional<Application> application,
            Optional<String> workflow,
            List<Message> messages,
            List<String> uuids) {

        Entry entry(int index, Instant at) {
            return new Entry(
                    Entry.Direction.OUTBOUND,
                    uuids.get(index),
                    version,
                    messages.get(index).alone(),
                    application.map(Application::id),
                    at,
                    workflow.map(id -> new StatusWebhook.Workflow(id, index + 1, messages.size())));
        }
    }

    private void take(Batch batch, int index) {
        Entry entry = batch.entry(index, world.clock().instant());
        Message message = entry.message();
        world.pages().use(message.from(), entry.applicationId().or(world::usualApplication));
        world.ledger().add(entry);
        world.show(entry);
        StatusPost post = StatusPost.of(world, entry, batch.application());
        Runnable standIn = index + 1 < batch.messages().size() ? () -> take(batch, index + 1) : () -> {};
        Optional<List<Fate>> certain = certainFate(entry);
        Optional<CallbackUrl> file = certain.isPresent() ? Optional.empty() : Media.near(message);
        file.ifPresentOrElse(
                there -> world.courier().visit(there, way -> {
                    List<Fate> found =
                            Media.look(message, there, way).map(Fate::failed).orElse(Fate.good());
                    live(entry, found, post, standIn);
                }),
                () -> live(entry, certain.orElse(Fate.good()), post, standIn));
    }

    /** What becomes of it, whatever else there is to find. */
    private Optional<List<Fate>> certainFate(Entry entry) {
        Message message = entry.message();
        Optional<Fault> fault = world.faults().strike(Fault.Point.FATE, message.to());
        if (fault.isPresent()) {
            return fault.map(Fate::of);
        }
        Optional<Page> page = world.pages().find(message.from());
        if (page.filter(known -> known.isExpired(entry.at())).isPresent()) {
            return Optional.of(Fate.refused(DeliveryError.EXPIRED_PAGE));
        }
        boolean always = Fault.of(message.to()).isPresent();
        return world.conversations()
                .objection(message, entry.at())
                .filter(objection -> !always)
                .map(Fate::refused)
                .or(() -> Media.atFirstSight(message).map(Fate::failed));
    }

    /** Step after step, in their order. */
    private void live(Entry entry, List<Fate> steps, StatusPost post, Runnable standIn) {
        world.courier()
                .later(
                        steps.get(0).after(),
                        () -> world.resets().undisturbed(() -> {
                            if (!entry.isForgotten()) {
                                become(entry, steps, post, standIn);
                            }
                        }));
    }

    private void become(Entry entry, List<Fate> steps, StatusPost post, Runnable standIn) {
        Fate step = steps.get(0);
        Entry.Status status = new Entry.Status(step.becomes(), world.clock().instant(), step.error());
        entry.add(status);
        world.show(entry);
        post.tell(status);
        if (steps.size() > 1) {
            live(entry, steps.subList(1, steps.size()), post, standIn);
            return;
        }
        post.end();
        if (step.callsForAnother()) {
            standIn.run();
        }
    }

    /**
     * What a user has written.
     *
     * @param unheard why nobody is told of it
     */
    public record Written(String messageUuid, Optional<String> unheard) {}

    /** A user writes. */
    public Written write(String psid, String pageId, MessageType type, String content) {
        return world.resets().undisturbed(() -> take(psid, pageId, type, content));
    }

    private Written take(String psid, String pageId, MessageType type, String content) {
        Instant now = world.clock().instant();
        Page page = world.pages().use(pageId, world.usualApplication());
        Optional<Account.Callbacks> callbacks =
                page.application().flatMap(world.applications()::find).flatMap(Application::callbacks);
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
        Optional<String> url = callbacks.flatMap(Account.Callbacks::inbound);
        if (url.isEmpty() || page.isExpired(now)) {
            return new Written(
                    entry.messageUuid(),
                    Optional.of(
                            page.isExpired(now)
                                    ? "the consent of the Page has ended (1370): give it a new access_token"
                                    : "the Page is linked to no application that has an inbound URL"));
        }
        Manner manner = Manner.of(world.faults().strike(Fault.Point.WEBHOOKS, psid));
        Delivery.Webhook post = new Delivery.Webhook(
                "inbound",
                entry.messageUuid(),
                url.get(),
                new InboundWebhook(entry.messageUuid(), psid, pageId, type, content, now).body(version),
                world.signer().of(page.application()),
                manner.signing());
        world.inbound().take(pageId + " " + psid, post, manner);
        return new Written(entry.messageUuid(), Optional.empty());
    }
}
