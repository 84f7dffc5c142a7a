package fbmsg.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** A file while it arrives: written as it comes, up to a limit, and no longer than it is wanted. */
final class IncomingFile implements Incoming<Void>, HttpResponse.BodySubscriber<Void> {
    private final OutputStream to;
    private final long most;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private HttpResponse.ResponseInfo info;
    private Flow.Subscription subscription;
    private long size;
    private boolean whole;
    private boolean tooLarge;
    private IOException notWritten;

    /**
     * @param most bytes
     */
    IncomingFile(OutputStream to, long most) {
        this.to = to;
        this.most = most;
    }

    @Override
    public synchronized boolean started() {
        return info != null;
    }

    /**
     * From here on nothing is written any more.
     *
     * @return what became of it; empty if it broke off
     * @throws IOException if it could not be written
     */
    synchronized Optional<Download> result() throws IOException {
        end.cancel(false);
        if (notWritten != null) {
            throw notWritten;
        }
        boolean left = info.statusCode() != 200;
        if (!left && !tooLarge && !whole) {
            return Optional.empty();
        }
        Reply reply = new Reply(info.statusCode(), IncomingReply.headers(info), new byte[0], Reply.Departure.IGNORED);
        return Optional.of(new Download(
                reply, left ? Download.Body.LEFT : tooLarge ? Download.Body.TOO_LARGE : Download.Body.WRITTEN));
    }

    /** Bytes that have arrived. */
    synchronized long size() {
        return size;
    }

    @Override
    public synchronized HttpResponse.BodySubscriber<Void> apply(HttpResponse.ResponseInfo responseInfo) {
        info = responseInfo;
        return this;
    }

    @Override
    public CompletionStage<Void> getBody() {
        return end;
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription upstream) {
        subscription = upstream;
        tooLarge = info.headers().firstValueAsLong("Content-Length").orElse(0) > most;
        if (info.statusCode() != 200 || tooLarge) {
            stop("not wanted");
        } else {
            upstream.request(1);
        }
    }

    @Override
    public synchronized void onNext(List<ByteBuffer> buffers) {
        if (end.isDone()) {
            return;
        }
        try {
            for (ByteBuffer buffer : buffers) {
                byte[] chunk = new byte[buffer.remaining()];
                buffer.get(chunk);
                size += chunk.length;
                tooLarge |= size > most;
                if (tooLarge) {
                    stop("larger than " + most + " bytes");
                    return;
                }
                to.write(chunk);
            }
            subscription.request(1);
        } catch (IOException e) {
            notWritten = e;
            stop("not written");
        }
    }

    /** The connection goes with it: nobody wants the rest. */
    private void stop(String why) {
        subscription.cancel();
        end.completeExceptionally(new IOException(why));
    }

    @Override
    public synchronized void onError(Throwable e) {
        end.completeExceptionally(e);
    }

    @Override
    public synchronized void onComplete() {
        whole = !end.isDone();
        end.complete(null);
    }
}
