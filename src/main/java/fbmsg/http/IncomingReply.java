package fbmsg.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** A reply while it arrives: its status and headers count from when they are there, its body up to a limit. */
final class IncomingReply implements Incoming<byte[]>, HttpResponse.BodySubscriber<byte[]> {
    private static final int LARGEST = 1 << 20;

    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private volatile HttpResponse.ResponseInfo info;
    private Flow.Subscription subscription;

    @Override
    public boolean started() {
        return info != null;
    }

    /** What has arrived; half a body counts as none, it could be read wrongly. */
    Reply reply() {
        boolean complete = whole.isDone() && !whole.isCompletedExceptionally();
        byte[] body = complete ? whole.join() : new byte[0];
        return new Reply(info.statusCode(), headers(info), body, Reply.Departure.IGNORED);
    }

    static Headers headers(HttpResponse.ResponseInfo info) {
        Headers headers = Headers.NONE;
        for (Map.Entry<String, List<String>> field : info.headers().map().entrySet()) {
            for (String value : field.getValue()) {
                headers = headers.with(field.getKey(), value);
            }
        }
        return headers;
    }

    @Override
    public HttpResponse.BodySubscriber<byte[]> apply(HttpResponse.ResponseInfo responseInfo) {
        info = responseInfo;
        return this;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription upstream) {
        subscription = upstream;
        upstream.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            byte[] chunk = new byte[buffer.remaining()];
            buffer.get(chunk);
            bytes.writeBytes(chunk);
        }
        if (bytes.size() > LARGEST) {
            subscription.cancel();
            whole.completeExceptionally(new IOException("the answer is larger than " + LARGEST + " bytes"));
        }
    }

    @Override
    public void onError(Throwable e) {
        whole.completeExceptionally(e);
    }

    @Override
    public void onComplete() {
        whole.complete(bytes.toByteArray());
    }
}
