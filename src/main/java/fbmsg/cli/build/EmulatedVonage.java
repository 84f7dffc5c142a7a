package fbmsg.cli.build;

import fbmsg.cli.Host;
import fbmsg.emulator.Emulator;
import fbmsg.emulator.SentMessage;
import fbmsg.emulator.world.Application;
import fbmsg.http.HttpListener;
import fbmsg.http.ListenerLimits;
import fbmsg.jwt.NewKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The emulator on a port of this machine, with one application made for this run. Its key is made meanwhile: that takes up
 * to a second, and nothing but sending needs it.
 */
public final class EmulatedVonage implements AutoCloseable {
    /** Any Page will do for the emulator; this one is for whoever has none. */
    static final String PAGE = "107000000000001";

    private final HttpListener listener;
    private final Optional<PostOffice> office;
    private final String applicationId;
    private final CompletableFuture<NewKey> key;
    private final CompletableFuture<Emulator> emulator;

    private EmulatedVonage(
            HttpListener listener,
            Optional<PostOffice> office,
            String applicationId,
            CompletableFuture<NewKey> key,
            CompletableFuture<Emulator> emulator) {
        this.listener = listener;
        this.office = office;
        this.applicationId = applicationId;
        this.key = key;
        this.emulator = emulator;
    }

    /** With nobody who writes. */
    public static EmulatedVonage open(Host host, Consumer<Throwable> bugs, int port) {
        return open(host, bugs, port, Optional.empty());
    }

    /**
     * @param bugs is told of what should not have been thrown
     * @param port 0 takes any free one
     * @param webhooks where those of the users go; empty: there are no users
     */
    static EmulatedVonage open(Host host, Consumer<Throwable> bugs, int port, Optional<WebhookPlan> webhooks) {
        CompletableFuture<NewKey> key = CompletableFuture.supplyAsync(NewKey::generate, EmulatedVonage::beside);
        String applicationId = host.ids().get();
        Optional<PostOffice> office = webhooks.map(plan -> PostOffice.open(host, plan, applicationId));
        CompletableFuture<Emulator> emulator = key.thenApply(made -> new Emulator(
                List.of(new Application(applicationId, made.publicKey())),
                office.map(PostOffice::users),
                host.clock(),
                host.ids()));
        HttpListener listener = HttpListener.open(
                null, port, ListenerLimits.USUAL, request -> emulator.join().exchange(request), bugs);
        return new EmulatedVonage(listener, office, applicationId, key, emulator);
    }

    /** A thread of its own: the common pool has one thread on a small machine, and whoever waits in it keeps it. */
    static void beside(Runnable task) {
        Thread thread = new Thread(task, "beside");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listener.port();
    }

    public String url() {
        return "http://127.0.0.1:" + listener.port();
    }

    public String applicationId() {
        return applicationId;
    }

    public String privatePem() {
        return key.join().privatePem();
    }

    /** What it has accepted so far. */
    List<SentMessage> sent() {
        return emulator.join().sent();
    }

    /** Lets what is in hand be answered. */
    void drain() {
        listener.close(Duration.ofSeconds(1));
        office.ifPresent(PostOffice::close);
    }

    @Override
    public void close() {
        listener.close(Duration.ZERO);
        office.ifPresent(PostOffice::close);
    }
}
