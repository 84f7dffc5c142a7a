package fbmsg.cli.talk.listen.sink;

import fbmsg.api.Transcript;
import fbmsg.cli.Session;
import fbmsg.emulator.webhook.CallbackUrl;
import fbmsg.http.Connection;
import fbmsg.http.Destination;
import fbmsg.http.Exchange;
import fbmsg.webhook.Sink;
import fbmsg.webhook.forward.ForwardSink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The connections to the URL that webhooks are posted on to. */
final class Forwarding implements AutoCloseable {
    private final Session session;
    private final CallbackUrl url;
    private final List<Connection> connections = new ArrayList<>();

    /**
     * @param most how long an answer may take
     * @throws fbmsg.Failure if it is no URL, or it may not be connected to
     */
    Forwarding(Session session, String typed, Duration most) {
        this.session = session;
        this.url = CallbackUrl.of(typed);
        for (Destination address : addresses(url.destination())) {
            connections.add(session.connect(address, most));
        }
    }

    Sink sink(Consumer<String> warnings) {
        List<Exchange> told = new ArrayList<>();
        for (Connection connection : connections) {
            told.add(
                    session.trace()
                            ? Transcript.telling(connection, url.destination(), text -> session.trace(text))
                            : connection);
        }
        boolean ownPath = !url.path().equals("/");
        return new ForwardSink(
                url.toString(),
                ownPath ? url.path() : "",
                told,
                session.host().timer()::nanos,
                session::note,
                warnings);
    }

    /** A development server may listen on one of localhost's two addresses only, and it is chance which. */
    private static List<Destination> addresses(Destination target) {
        if (target.isSecure() || !target.base().getHost().equalsIgnoreCase("localhost")) {
            return List.of(target);
        }
        String port = target.base().getPort() < 0 ? "" : ":" + target.base().getPort();
        return List.of(Destination.of("http://127.0.0.1" + port), Destination.of("http://[::1]" + port));
    }

    @Override
    public void close() {
        connections.forEach(Connection::close);
    }
}
