package fbmsg.sending;

import fbmsg.message.OutboundMessage;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A line's place in the order of a batch, until what became of it can be given out. */
final class Slot {
    /** After the last line. */
    static final Slot END = new Slot(null, null);

    private final Line line;
    private final OutboundMessage message;
    private final CompletableFuture<LineResult> result = new CompletableFuture<>();

    private Slot(Line line, OutboundMessage message) {
        this.line = line;
        this.message = message;
    }

    static Slot toSend(Line line, OutboundMessage message) {
        return new Slot(line, message);
    }

    static Slot done(LineResult result) {
        Slot slot = new Slot(null, null);
        slot.complete(result);
        return slot;
    }

    boolean isToSend() {
        return message != null;
    }

    Line line() {
        return line;
    }

    OutboundMessage message() {
        return message;
    }

    void complete(LineResult what) {
        result.complete(what);
    }

    void broke(Throwable e) {
        result.completeExceptionally(e);
    }

    /** What became of it, as far as that is known. */
    boolean isFailure(Batch.Receiver receiver) {
        return result.isDone() && !result.isCompletedExceptionally() && receiver.isFailure(result.join());
    }

    /** Waits for what becomes of it. */
    LineResult await(Batch.Receiver receiver) {
        while (true) {
            try {
                return result.get(200, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                receiver.idle();
            } catch (InterruptedException e) {
                // what is on its way has its own time limit
            } catch (ExecutionException e) {
                throw new IllegalStateException("a line could not be sent", e.getCause());
            }
        }
    }
}
