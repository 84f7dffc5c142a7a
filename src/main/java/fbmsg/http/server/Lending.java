package fbmsg.http.server;

import fbmsg.http.syntax.RequestHead;
import java.nio.channels.Selector;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Connections on their way to threads that answer, and back to the selector's; and what is to be told on the former. */
final class Lending implements Runnable {
    private final Selector selector;
    private final Service service;
    private final InHand inHand;
    private final Workers workers;
    private final Order order = new Order();
    private final long patience;
    private final ConcurrentLinkedQueue<String> refusals = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Connection> givenBack = new ConcurrentLinkedQueue<>();

    Lending(Selector selector, Limits limits, Service service, InHand inHand, Workers workers) {
        this.selector = selector;
        this.service = service;
        this.inHand = inHand;
        this.workers = workers;
        this.patience = limits.times().patience();
    }

    /**
     * Has a request answered, which has a place.
     *
     * @param reserved how many of the bytes in hand are its own
     */
    void lend(Connection connection, RequestHead head, byte[] body, int reserved) {
        Place place = connection.takeKept();
        connection.lend();
        try {
            place = place == null ? order.next() : place;
            workers.run(new Call(this, connection, head, body, place, reserved));
        } catch (OutOfMemoryError e) {
            if (place != null) {
                place.pass();
            }
            connection.giveBack(Connection.Fate.DROPPED);
            inHand.freePlace();
            inHand.release(reserved);
            inHand.done();
            throw e; // which drops the connection
        }
    }

    /** Tells on another thread: where nobody reads what is told, all connections would wait. */
    void tell(String refusal) {
        if (inHand.takeNote()) {
            refusals.add(refusal);
            workers.run(this);
        }
    }

    /** One of the refusals is told. */
    @Override
    public void run() {
        try {
            service.refused(refusals.poll());
        } finally {
            inHand.noteDone();
        }
    }

    /** By the thread that has answered. Wakes the selector only where something cannot wait. */
    void giveBack(Connection connection, Connection.Fate fate) {
        boolean now = connection.giveBack(fate);
        givenBack.add(connection);
        if (now) {
            selector.wakeup();
        }
    }

    /** One that was given back, or null. */
    Connection next() {
        return givenBack.poll();
    }

    /** Whether some are lent, or given back without having been looked at. */
    boolean isGoingOn() {
        return !inHand.isIdle() || !givenBack.isEmpty();
    }

    Order order() {
        return order;
    }

    Service service() {
        return service;
    }

    InHand inHand() {
        return inHand;
    }

    long patience() {
        return patience;
    }
}
