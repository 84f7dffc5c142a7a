package fbmsg.http.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** The one thread that waits for all connections. Nothing that it does may wait for anything else. */
final class Loop implements Runnable, Consumer<SelectionKey> {
    /** More than one request is rarely read at once, and what is read behind a request has to be kept. */
    private static final int SCRATCH = 16 << 10;

    /** One after the other of one connection: together the largest body, so that none that is there is overtaken. */
    private static final int MOST_READS = 64;

    private static final long FOR_EVER = Long.MAX_VALUE;
    private static final long AFTER_BUG_NANOS = 10_000_000;

    private final Selector selector = Selector.open();
    private final Limits limits;
    private final Service service;
    private final Watch watch;
    private final Lending lending;
    private final Connections connections;
    private final Farewells farewells;
    private final Incoming incoming;
    private final Arrivals arrivals;
    private final Doors doors;
    private final Workers workers;
    private final ByteBuffer scratch = ByteBuffer.allocate(SCRATCH);
    private volatile boolean stopped;

    Loop(List<ServerSocketChannel> doors, Limits limits, Service service, Watch watch, InHand inHand, Workers workers)
            throws IOException {
        this.limits = limits;
        this.service = service;
        this.workers = workers;
        this.watch = watch;
        this.lending = new Lending(selector, limits, service, inHand, workers);
        this.connections = new Connections(limits, service, inHand, watch);
        this.farewells = new Farewells(connections, limits, service, lending, watch);
        this.incoming = new Incoming(limits, inHand, farewells, watch);
        this.arrivals = new Arrivals(limits, inHand, lending, incoming, farewells);
        this.doors = new Doors(this, lending, watch, doors);
        this.doors.open(selector);
    }

    @Override
    public void run() {
        doors.closeOnce();
        while (!stopped) {
            try {
                turn();
            } catch (IOException | RuntimeException | Error e) {
                service.bug(e);
                LockSupport.parkNanos(AFTER_BUG_NANOS); // if it comes again at once, there is time for others
            }
        }
        end();
    }

    private void turn() throws IOException {
        watch.later();
        for (Connection back = lending.next(); back != null; back = lending.next()) {
            receive(back);
        }
        long wait = expire(watch.now());
        watch.later();
        if (wait == 0) {
            selector.selectNow(this);
        } else {
            selector.select(this, wait == FOR_EVER ? 0 : 1 + wait / 1_000_000);
        }
    }

    /** @return nanoseconds until something is due */
    private long expire(long now) {
        connections.expire(now);
        incoming.expire(now);
        farewells.expire(now);
        doors.expire(now);
        // connections are given back without a call: there is a look at them when they may have been idle for long
        long wait = lending.isGoingOn() ? limits.times().idle() : FOR_EVER;
        wait = incoming.untilDue(now, connections.untilDue(now, wait));
        return workers.relieve(doors.untilDue(now, farewells.untilDue(now, wait)));
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
            connections.drop(connection); // its sender has gone
        } catch (RuntimeException | Error e) {
            connections.drop(connection);
            service.bug(e);
        }
    }

    private void serve(Connection connection, SelectionKey key) throws IOException {
        if (key.isValid() && key.isWritable()) {
            if (connection.farewell != null) {
                farewells.goOn(connection);
            } else {
                connection.output.nowWritable();
            }
        }
        if (!key.isValid() || !key.isReadable()) {
            return;
        }
        if (connection.lingering) {
            farewells.dropWhatComes(connection, scratch);
        } else if (connection.mayRead(lending.order())) {
            read(connection);
            connection.passKept();
        }
    }

    private void read(Connection connection) throws IOException {
        int count = SCRATCH;
        for (int i = 0; i < MOST_READS && count == SCRATCH && (i == 0 || connection.arrival != null); i++) {
            scratch.clear();
            count = connection.channel.read(scratch);
            if (count < 0) {
                arrivals.end(connection);
            } else {
                arrivals.take(connection, scratch.array(), 0, count);
            }
        }
    }

    private void receive(Connection connection) {
        if (connection.closed || connection.isLent() || connection.lingering) {
            return;
        }
        try {
            if (connection.fate() == Connection.Fate.DROPPED) {
                connections.drop(connection);
            } else if (connection.fate() == Connection.Fate.CLOSED) {
                farewells.leave(connection);
            } else {
                byte[] held = connection.held;
                connection.held = null;
                if (held != null) {
                    arrivals.take(connection, held, 0, held.length);
                }
                connections.keep(connection);
            }
        } catch (IOException e) {
            connections.drop(connection);
        } catch (RuntimeException | Error e) {
            connections.drop(connection);
            service.bug(e);
        }
    }

    void makeRoomForOne() {
        while (connections.areTooMany() && dropOldest()) {
            // until there is room, or nobody who could make it
        }
    }

    /**
     * There were too many for the system: some are given up for whatever else needs files.
     *
     * @return whether there were any
     */
    boolean needsFewerConnections() {
        boolean some = dropOldest();
        connections.allowFewer();
        makeRoomForOne();
        return some;
    }

    /** One of those of whom the least is to be expected, if there is one. */
    private boolean dropOldest() {
        Connection oldest = connections.longestIdle();
        oldest = oldest == null ? farewells.oldest() : oldest;
        oldest = oldest == null ? incoming.oldest() : oldest;
        if (oldest == null) {
            return false;
        }
        connections.drop(oldest);
        return true;
    }

    void join(Connection connection) {
        connections.join(connection);
    }

    /** Has a look at the clock taken. */
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
                connections.drop(connection);
            }
        }
        try {
            selector.close(); // only now the ports are free
        } catch (IOException e) {
            service.bug(e);
        }
    }
}
