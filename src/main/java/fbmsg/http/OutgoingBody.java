package fbmsg.http;

import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/**
 * A request's body that knows how far it has got: the client asks for it when the connection stands and the headers are
 * written, and from when its last byte has been handed over nobody can say that the request was not taken. Before that it
 * surely was not: a body that is cut off is no request.
 */
final class OutgoingBody implements HttpRequest.BodyPublisher {
    private final byte[] body;
    private volatile boolean asked;
    private volatile boolean handedOver;

    OutgoingBody(byte[] body) {
        this.body = body;
    }

    boolean asked() {
        return asked;
    }

    /** An empty body is not asked for: for all that is known, the headers, and with them the request, have gone. */
    boolean handedOver() {
        return handedOver || body.length == 0;
    }

    @Override
    public long contentLength() {
        return body.length;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        asked = true;
        HttpRequest.BodyPublishers.ofByteArray(body).subscribe(new Flow.Subscriber<>() {
            private int left = body.length;

            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscriber.onSubscribe(subscription);
            }

            @Override
            public void onNext(ByteBuffer bytes) {
                // before the client has them: from here on they may reach the far side
                left -= bytes.remaining();
                handedOver |= left == 0;
                subscriber.onNext(bytes);
            }

            @Override
            public void onError(Throwable e) {
                subscriber.onError(e);
            }

            @Override
            public void onComplete() {
                handedOver = true;
                subscriber.onComplete();
            }
        });
    }
}
