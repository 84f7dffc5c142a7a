package fbmsg.cli.build;

import fbmsg.cli.Host;
import fbmsg.emulator.Users;
import fbmsg.emulator.webhook.Courier;
import fbmsg.emulator.webhook.WebhookSigner;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The emulator's users and the courier of what they write, with threads of their own. */
final class PostOffice implements AutoCloseable {
    /** As many webhooks are on their way at once. */
    private static final int COURIERS = 8;

    private final ScheduledThreadPoolExecutor threads;
    private final Courier courier;
    private final Users users;

    private PostOffice(ScheduledThreadPoolExecutor threads, Courier courier, Users users) {
        this.threads = threads;
        this.courier = courier;
        this.users = users;
    }

    static PostOffice open(Host host, WebhookPlan plan, String applicationId) {
        ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(COURIERS, task -> {
            Thread thread = new Thread(task, "courier");
            thread.setDaemon(true);
            return thread;
        });
        WebhookSigner signer = new WebhookSigner(
                plan.secret(), Optional.of(applicationId), Optional.empty(), host.clock(), host.ids());
        Courier courier = new Courier(
                signer,
                (to, patience, no) -> host.connections().open(to, patience, plan.offline()),
                (from, task) -> later(threads, from, task),
                host.clock(),
                plan.timeScale());
        Users users = new Users(
                courier, EmulatedVonage.PAGE, plan.inbound(), plan.status(), plan.version(), host.clock(), host.ids());
        return new PostOffice(threads, courier, users);
    }

    Users users() {
        return users;
    }

    private static void later(ScheduledThreadPoolExecutor threads, Duration from, Runnable task) {
        try {
            threads.schedule(task, from.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // the emulator has ended
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        courier.close();
    }
}
