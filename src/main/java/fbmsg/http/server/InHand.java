package fbmsg.http.server;

/** What is in hand: requests that are being answered, the bytes of all bodies, and the weight of heads that arrive. */
final class InHand {
    /** Fewer than there are spare threads, so that requests find one whatever happens to notes. */
    private static final int MOST_NOTES = 4;

    private final int mostRequests;
    private final long mostBytes;
    private boolean refusing;
    private int places;
    private int notes;
    private int unanswered;
    private long bytes;
    private final int mostWeight;
    private int weight;

    InHand(Limits limits) {
        mostRequests = limits.requests();
        mostBytes = limits.sizes().bodies();
        mostWeight = limits.sizes().heads();
    }

    synchronized boolean reserve(int more) {
        if (bytes + more > mostBytes) {
            return false;
        }
        bytes += more;
        return true;
    }

    synchronized void release(int less) {
        bytes -= less;
    }

    /** @return whether heads are within their limit */
    synchronized boolean weigh(int more) {
        weight += more;
        return weight <= mostWeight;
    }

    /** A place for one request, if there is one. */
    synchronized boolean take() {
        if (refusing || places >= mostRequests) {
            return false;
        }
        places++;
        unanswered++;
        return true;
    }

    /** Something is to be told, which is waited for like an answer; not more than a little at once. */
    synchronized boolean takeNote() {
        if (notes >= MOST_NOTES) {
            return false;
        }
        notes++;
        unanswered++;
        return true;
    }

    synchronized void noteDone() {
        notes--;
        done();
    }

    /** Before an answer leaves: whoever has read it may send the next request, and must find the place free. */
    synchronized void freePlace() {
        places--;
    }

    /** The answer did not leave at once, so that its bytes and its thread are still in hand; perhaps one too many for now. */
    synchronized void keepPlace() {
        places++;
    }

    synchronized void done() {
        unanswered--;
        notifyAll();
    }

    synchronized boolean isIdle() {
        return unanswered == 0;
    }

    synchronized void refuse() {
        refusing = true;
    }

    synchronized boolean isRefusing() {
        return refusing;
    }

    /**
     * Waits until no more than so many are not answered.
     *
     * @return whether that was reached in that time
     */
    synchronized boolean await(int most, long nanos) {
        long end = System.nanoTime() + nanos;
        try {
            for (long left = nanos; unanswered > most && left > 0; left = end - System.nanoTime()) {
                wait(1 + left / 1_000_000);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return unanswered <= most;
    }
}
