package fbmsg.webhook;

/** Room for events that are queued or with the sink: so many, and so many bytes of their bodies, whatever senders do. */
final class Room {
    private final int mostEvents;
    private final long mostBytes;
    private int events;
    private long bytes;

    Room(int mostEvents, long mostBytes) {
        this.mostEvents = mostEvents;
        this.mostBytes = mostBytes;
    }

    /** One that is alone may have any size: the listener has a limit on each. */
    synchronized boolean enter(int size) {
        if (events >= mostEvents || events > 0 && bytes + size > mostBytes) {
            return false;
        }
        events++;
        bytes += size;
        return true;
    }

    synchronized void leave(int size) {
        events--;
        bytes -= size;
    }
}
