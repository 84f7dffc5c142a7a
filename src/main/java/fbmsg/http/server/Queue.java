package fbmsg.http.server;

/** Connections that wait for the same thing, longest first, each at most for the same time. */
final class Queue {
    private final long most;
    private Connection first;
    private Connection last;

    Queue(long most) {
        this.most = most;
    }

    /** Takes it out of the queue that it was in. */
    void add(Connection connection, long now) {
        leave(connection);
        connection.queue = this;
        connection.since = now;
        connection.before = last;
        if (last == null) {
            first = connection;
        } else {
            last.behind = connection;
        }
        last = connection;
    }

    static void leave(Connection connection) {
        Queue queue = connection.queue;
        if (queue == null) {
            return;
        }
        if (connection.before == null) {
            queue.first = connection.behind;
        } else {
            connection.before.behind = connection.behind;
        }
        if (connection.behind == null) {
            queue.last = connection.before;
        } else {
            connection.behind.before = connection.before;
        }
        connection.queue = null;
        connection.before = null;
        connection.behind = null;
    }

    Connection first() {
        return first;
    }

    /** The first one if its time is over, else null. */
    Connection due(long now) {
        return first != null && now - first.since >= most ? first : null;
    }

    /** Nanoseconds until the first one's time is over, or that if it is less. */
    long untilDue(long now, long otherwise) {
        return first == null ? otherwise : Math.min(otherwise, Math.max(0, most - (now - first.since)));
    }
}
