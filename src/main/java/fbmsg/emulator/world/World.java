package fbmsg.emulator.world;

import fbmsg.emulator.webhook.Courier;
import fbmsg.emulator.webhook.WebhookSigner;
import fbmsg.json.Document;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** All that the emulator remembers: one account of Vonage's, the Facebook pages and users, and what is between them. */
public final class World implements AutoCloseable {
    private final Account account;
    private final Clock real;
    private final MovedClock clock;
    private final Ids ids;
    private final Courier courier;
    private final WebhookSigner signer;
    private final Applications applications;
    private final Optional<String> usual;
    private final Pages pages;
    private final Conversations conversations = new Conversations();
    private final Ledger ledger = new Ledger(Ledger.MOST);
    private final Faults faults = new Faults();
    private final Feed feed = new Feed(new Snapshot(this)::document);
    private final Traffic traffic;
    private final InboundPost inbound;
    private final Messenger messenger;
    private final Optional<Pace> pace;
    private final Resets resets = new Resets();

    /**
     * @param applications that are there from the start; pages that nobody linked belong to the first
     * @param firstPages that are known from the start
     * @param signer the account's, for webhooks
     * @param real for the dates of tokens and signatures
     * @param pace of messages; empty: any
     */
    public World(
            Account account,
            List<Application> applications,
            List<String> firstPages,
            Courier courier,
            WebhookSigner signer,
            Clock real,
            Ids ids,
            Optional<Pace> pace) {
        this.account = account;
        this.real = real;
        this.clock = new MovedClock(real);
        this.ids = ids;
        this.pace = pace;
        this.courier = courier;
        this.signer = signer;
        this.applications = new Applications(applications);
        this.usual = applications.stream().map(Application::id).findFirst();
        this.pages = new Pages(clock, feed::publishState, firstPages, usual);
        this.traffic = new Traffic(clock, feed);
        this.inbound = new InboundPost(courier);
        this.messenger = new Messenger(this);
        courier.report(clock, traffic::webhook);
    }

    public Account account() {
        return account;
    }

    /** The time of tokens and signatures. */
    public Clock real() {
        return real;
    }

    /** The time of messages, windows and consents. */
    public MovedClock clock() {
        return clock;
    }

    public Ids ids() {
        return ids;
    }

    public Applications applications() {
        return applications;
    }

    public Pages pages() {
        return pages;
    }

    public Ledger ledger() {
        return ledger;
    }

    public Faults faults() {
        return faults;
    }

    public Messenger messenger() {
        return messenger;
    }

    public Courier courier() {
        return courier;
    }

    public Feed feed() {
        return feed;
    }

    public Traffic traffic() {
        return traffic;
    }

    Resets resets() {
        return resets;
    }

    Conversations conversations() {
        return conversations;
    }

    WebhookSigner signer() {
        return signer;
    }

    InboundPost inbound() {
        return inbound;
    }

    /** To which application a page belongs that nobody linked; empty: it is no more. */
    Optional<String> usualApplication() {
        return usual.filter(id -> applications.find(id).isPresent());
    }

    /** Of messages; empty: any. */
    public Optional<Pace> pace() {
        return pace;
    }

    void show(Entry entry) {
        feed.publish("message", entry::shown);
    }

    /** False: so far it cannot be moved. */
    public boolean advance(Duration by) {
        boolean moved = clock.advance(by);
        feed.publish(
                "clock",
                () -> Document.object().with("now", clock.instant().toString()).build());
        return moved;
    }

    /** As it was at the start; nothing of before comes after it. */
    public void reset() {
        resets.alone(() -> {
            ledger.forget();
            inbound.forget();
            courier.forget();
            conversations.forget();
            faults.disarm();
            pace.ifPresent(Pace::forget);
            clock.restore();
            applications.restore();
            traffic.forget();
            pages.restore(); // the last: it has whoever looks on shown the state
        });
    }

    /** Ends what goes on by itself. */
    @Override
    public void close() {
        feed.close();
        courier.close();
    }
}
