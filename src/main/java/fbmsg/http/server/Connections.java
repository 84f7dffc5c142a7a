package fbmsg.http.server;

/** Those that are open, and those of them that wait for their next request. Of the selector's thread alone. */
final class Connections {
    private static final int FEWEST = 16;

    private final Service service;
    private final InHand inHand;
    private final Watch watch;
    private final Queue idle;
    private int most;
    private int open;

    Connections(Limits limits, Service service, InHand inHand, Watch watch) {
        this.most = limits.connections();
        this.service = service;
        this.inHand = inHand;
        this.watch = watch;
        this.idle = new Queue(limits.times().idle());
    }

    boolean areTooMany() {
        return open >= most;
    }

    /** Than there are now, for ever: the system has no more, and files and processes need them too. */
    void allowFewer() {
        most = Math.max(FEWEST, open - open / 16);
    }

    void join(Connection connection) {
        open++;
        idle.add(connection, watch.now());
    }

    /** Waits for the next request on it, unless one is there or it is ending. */
    void keep(Connection connection) {
        if (connection.closed || connection.isLent() || connection.lingering || connection.farewell != null) {
            return;
        }
        connection.resume();
        if (connection.queue == null) {
            idle.add(connection, watch.now());
        }
    }

    /** Closes it, whatever is on its way. */
    void drop(Connection connection) {
        connection.forget(inHand);
        connection.passKept();
        if (connection.closed) {
            return;
        }
        connection.close();
        open--;
        Farewell farewell = connection.farewell;
        connection.farewell = null;
        if (farewell != null) {
            Call.tell(service, farewell.answer(), false);
        }
    }

    /** The one that has been idle for longest, or null. */
    Connection longestIdle() {
        return idle.first();
    }

    void expire(long now) {
        for (Connection old = idle.due(now); old != null; old = idle.due(now)) {
            drop(old);
        }
    }

    long untilDue(long now, long otherwise) {
        return idle.untilDue(now, otherwise);
    }
}
