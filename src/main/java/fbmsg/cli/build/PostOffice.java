package fbmsg.cli.build;

import fbmsg.cli.Host;
import fbmsg.emulator.webhook.Courier;
import fbmsg.emulator.webhook.WebhookSigner;
import fbmsg.emulator.world.Application;
import fbmsg.emulator.world.World;
import fbmsg.jwt.NewKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The world that an emulator serves, with threads of its own for what happens there by itself. */
final class PostOffice implements AutoCloseable {
    /** As many webhooks are on their way at once. */
    private static final int COURIERS = 8;

    private final ScheduledThreadPoolExecutor threads;
    private final CompletableFuture<World> world;

    private PostOffice(ScheduledThreadPoolExecutor threads, CompletableFuture<World> world) {
        this.threads = threads;
        this.world = world;
    }

    /**
     * @param key of its application, once it is made
     */
    static PostOffice open(Host host, EmulatorPlan plan, String applicationId, CompletableFuture<NewKey> key) {
        ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(COURIERS, task -> {
            Thread thread = new Thread(task, "courier");
            thread.setDaemon(true);
            return thread;
        });
        WebhookSigner signer = new WebhookSigner(
                plan.signatureSecret(),
                Optional.of(applicationId),
                Optional.of(plan.account().key()),
                host.clock(),
                plan.ids()::other);
        Courier courier = new Courier(
                (to, patience, no) -> host.connections().open(to, patience, plan.offline()),
                (from, task) -> later(threads, from, task),
                host.clock(),
                plan.timeScale());
        return new PostOffice(
                threads,
                key.thenApply(made -> new World(
                        plan.account(),
                        List.of(Application.of(
                                applicationId, made.publicKey(), plan.account().callbacks())),
                        List.of(EmulatedVonage.PAGE),
                        courier,
                        signer,
                        host.clock(),
                        plan.ids())));
    }

    CompletableFuture<World> world() {
        return world;
    }

    private static void later(ScheduledThreadPoolExecutor threads, Duration from, Runnable task) {
        try {
            threads.schedule(task, from.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // the emulator has ended
        }
    }

    /** Who looks on is told that this is the end; they would keep the listener from ending. */
    void dismissOnlookers() {
        world.thenAccept(there -> there.feed().close());
    }

    @Override
    public void close() {
        threads.shutdownNow();
        world.thenAccept(World::close);
    }
}
