package fbmsg.http;

import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/**
 * A request's body that knows how far it has got: the client asks for it when the connection stands and the headers are
 * written, and from when its bytes have been handed over nobody can say that the request was not taken.
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

    boolean handedOver() {
        return handedOver;
    }

    @Override
    public long contentLength() {
        return body.length;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        asked = true;
        HttpRequest.BodyPublishers.ofByteArray(body).subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscriber.onSubscribe(subscription);
            }

            @Override
            public void onNext(ByteBuffer bytes) {
                // before the client has them: from here on they may reach the far side
                handedOver = true;
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
