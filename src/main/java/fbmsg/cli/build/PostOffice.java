package fbmsg.cli.build;

import fbmsg.cli.Host;
import fbmsg.emulator.webhook.Courier;
import fbmsg.emulator.webhook.WebhookSigner;
import fbmsg.emulator.world.Application;
import fbmsg.emulator.world.World;
import fbmsg.jwt.NewKey;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The world that an emulator serves, with threads of its own for what happens there by itself. */
final class PostOffice implements AutoCloseable {
    /** As many webhooks are on their way at once. */
    private static final int COURIERS = 32;

    private final ScheduledThreadPoolExecutor timer;
    private final ThreadPoolExecutor couriers;
    private final CompletableFuture<World> world;

    private PostOffice(ScheduledThreadPoolExecutor timer, ThreadPoolExecutor couriers, CompletableFuture<World> world) {
        this.timer = timer;
        this.couriers = couriers;
        this.world = world;
    }

    /**
     * @param bugs is told of what should not have been thrown
     * @param key of its application, once it is made
     */
    static PostOffice open(
            Host host,
            EmulatorPlan plan,
            Consumer<Throwable> bugs,
            String applicationId,
            CompletableFuture<NewKey> key) {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> daemon(task, "timer"));
        ThreadPoolExecutor couriers = new ThreadPoolExecutor(
                COURIERS, COURIERS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> daemon(task, "courier"));
        couriers.allowCoreThreadTimeOut(true);
        WebhookSigner signer = new WebhookSigner(
                plan.signatureSecret(),
                Optional.of(applicationId),
                Optional.of(plan.account().key()),
                host.clock(),
                plan.ids()::other);
        Courier courier = new Courier(
                (to, patience, no) -> host.connections().open(to, patience, plan.offline()),
                (from, task) ->
                        unlessEnded(() -> timer.schedule(told(task, bugs), from.toNanos(), TimeUnit.NANOSECONDS)),
                task -> unlessEnded(() -> couriers.execute(told(task, bugs))),
                plan.timeScale());
        return new PostOffice(
                timer,
                couriers,
                key.thenApply(made -> new World(
                        plan.account(),
                        List.of(Application.of(
                                applicationId, made.publicKey(), plan.account().callbacks())),
                        List.of(EmulatedVonage.PAGE),
                        courier,
                        signer,
                        host.clock(),
                        plan.ids(),
                        plan.pace())));
    }

    CompletableFuture<World> world() {
        return world;
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    private static Runnable told(Runnable task, Consumer<Throwable> bugs) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                bugs.accept(e);
            }
        };
    }

    private static void unlessEnded(Runnable submission) {
        try {
            submission.run();
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
        timer.shutdownNow();
        couriers.shutdownNow();
        world.thenAccept(World::close);
    }
}
