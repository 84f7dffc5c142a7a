package fbmsg.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** The contract, with the real client and the real listener between the two ends. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ExchangeOverLoopbackTest implements ExchangeContract {
    private final List<HttpListener> listeners = new ArrayList<>();

    @Override
    public Exchange client(Exchange server) {
        HttpListener listener = HttpListener.open("127.0.0.1", 0, ListenerLimits.USUAL, server, bug -> {
            throw new AssertionError(bug);
        });
        listeners.add(listener);
        return new HttpSender(Destination.of("http://127.0.0.1:" + listener.port()), Duration.ofSeconds(60), true);
    }

    @AfterEach
    void close() {
        listeners.forEach(listener -> listener.close(Duration.ZERO));
    }
}
