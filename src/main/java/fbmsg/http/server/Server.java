package fbmsg.http.server;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/** Serves HTTP/1 on ports that are bound: one thread waits for all connections, others answer what has come wholly. */
public final class Server {
    private static final long LAST_MOMENT = Duration.ofMillis(250).toNanos();

    /** Threads beyond those that have a place: some are still writing when the next request has it. */
    private static final int SPARE_THREADS = 8;

    /** It is a matter of microseconds, unless whoever is told of a bug keeps the thread waiting. */
    private static final long MOST_MILLIS = 5_000;

    private final InHand inHand;
    private final Workers workers;
    private final Loop loop;
    private final Thread thread;
    private boolean closing;

    private Server(InHand inHand, Workers workers, Loop loop) {
        this.inHand = inHand;
        this.workers = workers;
        this.loop = loop;
        this.thread = new Thread(loop, "listener's door");
        this.thread.setDaemon(true);
    }

    /**
     * Starts.
     *
     * @param doors are bound, and closed with the server
     */
    public static Server open(List<ServerSocketChannel> doors, Limits limits, Service service) throws IOException {
        return open(doors, limits, service, new PassingTime());
    }

    /** @param nanos a clock; who moves it calls {@link #look} */
    static Server open(List<ServerSocketChannel> doors, Limits limits, Service service, LongSupplier nanos)
            throws IOException {
        InHand inHand = new InHand(limits);
        Workers workers = new Workers(limits.requests() + SPARE_THREADS);
        Server server =
                new Server(inHand, workers, new Loop(doors, limits, service, new Watch(nanos), inHand, workers));
        server.thread.start();
        return server;
    }

    /** Has the clock looked at now. */
    void look() {
        loop.wake();
    }

    /** Waits until nothing is in hand, at most that long. */
    public void awaitIdle(Duration most) {
        inHand.await(0, most.toNanos());
    }

    /**
     * Takes nothing new, gives what is in hand that long to be answered, and frees the ports. What is not answered by then is
     * interrupted, and has a last moment to say so. Whoever else closes it meanwhile waits for the same; but what is told of
     * an answer that has left may do it, too.
     */
    public void close(Duration grace) {
        boolean here = workers.isHere();
        if (isFirst()) {
            int own = here ? 1 : 0;
            inHand.refuse();
            if (!inHand.await(own, grace.toNanos())) {
                workers.interrupt();
                inHand.await(own, LAST_MOMENT);
            }
            loop.stop();
            workers.end();
        } else if (here) {
            return;
        }
        join();
    }

    private synchronized boolean isFirst() {
        boolean first = !closing;
        closing = true;
        return first;
    }

    private void join() {
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            thread.join(MOST_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class PassingTime implements LongSupplier {
        @Override
        public long getAsLong() {
            return System.nanoTime();
        }
    }
}
