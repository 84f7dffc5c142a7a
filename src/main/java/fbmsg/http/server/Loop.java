package fbmsg.http.server;

import fbmsg.http.syntax.RequestHead;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** The one thread that waits for all connections. Nothing that it does may wait for anything else. */
final class Loop implements Runnable, Consumer<SelectionKey> {
    /** More than one request is rarely read at once, and what is read behind a request has to be kept. */
    private static final int SCRATCH = 16 << 10;

    private static final long FOR_EVER = Long.MAX_VALUE;

    private final Selector selector;
    private final Service service;
    private final Limits limits;
    private final LongSupplier clock;
    private final InHand inHand;
    private final Workers workers;
    private final Doors doors;
    private final Farewells farewells;
    private final Arrivals arrivals;
    private final Queue idle;
    private final ConcurrentLinkedQueue<Connection> givenBack = new ConcurrentLinkedQueue<>();
    private final ByteBuffer scratch = ByteBuffer.allocate(SCRATCH);
    private volatile boolean stopped;
    private int connections;
    private long now;
    private boolean late;

    Loop(
            List<ServerSocketChannel> doors,
            Limits limits,
            Service service,
            LongSupplier clock,
            InHand inHand,
            Workers workers)
            throws IOException {
        this.selector = Selector.open();
        this.service = service;
        this.limits = limits;
        this.clock = clock;
        this.inHand = inHand;
        this.workers = workers;
        this.doors = new Doors(this, service, doors);
        this.farewells = new Farewells(this, limits, inHand, service);
        this.arrivals = new Arrivals(this, limits, inHand, farewells);
        this.idle = new Queue(limits.times().idle());
        this.doors.open(selector);
    }

    @Override
    public void run() {
        while (!stopped) {
            try {
                turn();
            } catch (IOException | RuntimeException | Error e) {
                service.bug(e);
            }
        }
        end();
    }

    private void turn() throws IOException {
        late = true;
        for (Connection back = givenBack.poll(); back != null; back = givenBack.poll()) {
            receive(back);
        }
        long wait = expire(now());
        late = true;
        if (wait == 0) {
            selector.selectNow(this);
        } else {
            selector.select(this, wait == FOR_EVER ? 0 : 1 + wait / 1_000_000);
        }
    }

    /** @return nanoseconds until something is due */
    private long expire(long now) {
        for (Connection old = idle.due(now); old != null; old = idle.due(now)) {
            drop(old);
        }
        arrivals.expire(now);
        farewells.expire(now);
        doors.expire(now);
        // connections are given back without a call: there is a look at them when they may have been idle for long
        long wait = inHand.isIdle() ? FOR_EVER : limits.times().idle();
        return doors.untilDue(now, farewells.untilDue(now, arrivals.untilDue(now, idle.untilDue(now, wait))));
    }

    @Override
    public void accept(SelectionKey key) {
        Connection connection = (Connection) key.attachment();
        if (connection == null) {
            doors.accept(key);
            return;
        }
        try {
            serve(connection, key);
        } catch (IOException e) {
            drop(connection); // its sender has gone
        } catch (RuntimeException | Error e) {
            drop(connection);
            service.bug(e);
        }
    }

    private void serve(Connection connection, SelectionKey key) throws IOException {
        if (key.isValid() && key.isWritable()) {
            if (connection.farewell != null) {
                farewells.goOn(connection);
            } else {
                connection.nowWritable();
            }
        }
        if (!key.isValid() || !key.isReadable()) {
            return;
        }
        if (connection.lingering) {
            farewells.dropWhatComes(connection, scratch);
        } else if (connection.mayRead()) {
            scratch.clear();
            int count = connection.channel.read(scratch);
            if (count < 0) {
                arrivals.end(connection);
            } else {
                arrivals.take(connection, scratch.array(), 0, count);
            }
        }
    }

    /** By the thread that has answered. Calls the selector only if that cannot wait. */
    void giveBack(Connection connection, Connection.Fate fate) {
        boolean now = connection.giveBack(fate);
        givenBack.add(connection);
        if (now) {
            selector.wakeup();
        }
    }

    private void receive(Connection connection) {
        if (connection.isClosed() || connection.isLent() || connection.lingering) {
            return;
        }
        try {
            switch (connection.fate()) {
                case DROPPED -> drop(connection);
                case CLOSED -> farewells.leave(connection);
                case KEPT -> {
                    byte[] held = connection.held;
                    connection.held = null;
                    if (held != null) {
                        arrivals.take(connection, held, 0, held.length);
                    }
                    keep(connection);
                }
            }
        } catch (IOException e) {
            drop(connection);
        } catch (RuntimeException | Error e) {
            drop(connection);
            service.bug(e);
        }
    }

    /** Waits for the next request on it, unless one is there. */
    void keep(Connection connection) {
        if (!connection.isClosed() && !connection.isLent() && !connection.lingering && connection.farewell == null) {
            connection.resume();
            if (connection.queue == null) {
                idle.add(connection, now());
            }
        }
    }

    void join(Connection connection) {
        connections++;
        idle.add(connection, now());
    }

    void makeRoom() {
        if (connections >= limits.connections()) {
            dropOldest();
        }
    }

    void dropOldest() {
        Connection oldest = idle.first();
        oldest = oldest == null ? farewells.slowest() : oldest;
        oldest = oldest == null ? arrivals.slowest() : oldest;
        if (oldest != null) {
            drop(oldest);
        }
    }

    void drop(Connection connection) {
        connection.forget(inHand);
        if (connection.close()) {
            connections--;
            Farewell farewell = connection.farewell;
            connection.farewell = null;
            if (farewell != null) {
                Call.tell(service, farewell.answer(), false);
            }
        }
    }

    void answer(Connection connection, RequestHead head, byte[] body, int reserved) {
        connection.lend();
        try {
            workers.run(new Call(this, connection, head, body, reserved));
        } catch (OutOfMemoryError e) {
            inHand.freePlace();
            inHand.release(reserved);
            inHand.done();
            connection.giveBack(Connection.Fate.DROPPED);
            throw e; // which drops the connection
        }
    }

    /** Looks at the clock. */
    void wake() {
        selector.wakeup();
    }

    void stop() {
        stopped = true;
        selector.wakeup();
    }

    private void end() {
        doors.close();
        for (SelectionKey key : selector.keys()) {
            if (key.attachment() instanceof Connection connection) {
                connection.readOut(scratch);
                drop(connection);
            }
        }
        try {
            selector.close(); // only now the ports are free
        } catch (IOException e) {
            service.bug(e);
        }
    }

    /** In nanoseconds; read once in a turn. */
    long now() {
        if (late) {
            now = clock.getAsLong();
            late = false;
        }
        return now;
    }

    long patience() {
        return limits.times().patience();
    }

    Service service() {
        return service;
    }

    InHand inHand() {
        return inHand;
    }

    Selector selector() {
        return selector;
    }
}
