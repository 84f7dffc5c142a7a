package fbmsg.cli.build;

import fbmsg.cli.Host;
import fbmsg.emulator.Emulator;
import fbmsg.emulator.Neighbourhood;
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
    private final String hostName;
    private final Optional<PostOffice> office;
    private final String applicationId;
    private final CompletableFuture<NewKey> key;
    private final CompletableFuture<Emulator> emulator;

    private EmulatedVonage(
            HttpListener listener,
            String hostName,
            Optional<PostOffice> office,
            String applicationId,
            CompletableFuture<NewKey> key,
            CompletableFuture<Emulator> emulator) {
        this.listener = listener;
        this.hostName = hostName;
        this.office = office;
        this.applicationId = applicationId;
        this.key = key;
        this.emulator = emulator;
    }

    /** The API alone, on any free port: nothing becomes of messages, and nobody writes. */
    public static EmulatedVonage open(Host host, Consumer<Throwable> bugs) {
        String applicationId = host.ids().get();
        CompletableFuture<NewKey> key = newKey();
        CompletableFuture<Emulator> emulator = key.thenApply(made ->
                new Emulator(List.of(new Application(applicationId, made.publicKey())), host.clock(), host.ids()));
        HttpListener listener = listener(Optional.empty(), 0, emulator, bugs);
        return new EmulatedVonage(listener, "127.0.0.1", Optional.empty(), applicationId, key, emulator);
    }

    /**
     * @param bugs is told of what should not have been thrown
     * @param port 0 takes any free one
     */
    static EmulatedVonage open(Host host, Consumer<Throwable> bugs, int port, EmulatorPlan plan) {
        String applicationId = plan.ids().message();
        CompletableFuture<NewKey> key = newKey();
        PostOffice office = PostOffice.open(host, plan, bugs, applicationId, key);
        boolean open = plan.bind().filter(bind -> !bind.loopback()).isPresent();
        CompletableFuture<Emulator> emulator = office.world()
                .thenApply(world -> new Emulator(world, open ? Neighbourhood.OPEN : Neighbourhood.HERE, PAGE));
        HttpListener listener = listener(plan.bind().map(BindAddress::typed), port, emulator, bugs);
        String hostName = plan.bind().map(BindAddress::host).orElse("127.0.0.1");
        return new EmulatedVonage(listener, hostName, Optional.of(office), applicationId, key, emulator);
    }

    private static CompletableFuture<NewKey> newKey() {
        return CompletableFuture.supplyAsync(NewKey::generate, EmulatedVonage::beside);
    }

    private static HttpListener listener(
            Optional<String> bind, int port, CompletableFuture<Emulator> emulator, Consumer<Throwable> bugs) {
        return HttpListener.open(
                bind.orElse(null),
                port,
                ListenerLimits.USUAL,
                request -> emulator.join().exchange(request),
                Emulator::ownReply,
                refusal -> {},
                bugs);
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
        return "http://" + hostName + ":" + listener.port();
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
        office.ifPresent(PostOffice::dismissOnlookers);
        listener.close(Duration.ofSeconds(1));
        office.ifPresent(PostOffice::close);
    }

    @Override
    public void close() {
        listener.close(Duration.ZERO);
        office.ifPresent(PostOffice::close);
    }
}
