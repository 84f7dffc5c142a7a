package fbmsg.cli.talk.messenger;

import fbmsg.Failure;
import fbmsg.api.ApiVersion;
import fbmsg.api.Backoff;
import fbmsg.api.MessagesApi;
import fbmsg.api.Outcome;
import fbmsg.api.Retries;
import fbmsg.api.Transcript;
import fbmsg.cli.Application;
import fbmsg.cli.Session;
import fbmsg.cli.Version;
import fbmsg.config.Key;
import fbmsg.config.Settings;
import fbmsg.http.Connection;
import fbmsg.http.Destination;
import fbmsg.http.Exchange;
import fbmsg.http.NotSent;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.http.Unanswered;
import fbmsg.message.OutboundMessage;
import fbmsg.sending.Batch;
import fbmsg.sending.Courier;
import fbmsg.sending.Journal;
import fbmsg.sending.Lines;
import fbmsg.sending.Pace;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** The Messages API as the settings and options have it: sends, or shows what would be sent. */
public final class Messenger implements AutoCloseable {
    private final MessagesApi api;
    private final Backoff backoff;
    private final Retries.Watcher watcher;
    private final Duration timeout;
    private final Destination destination;
    private final Connection connection;

    private Messenger(
            MessagesApi api, Session session, Duration timeout, Destination destination, Connection connection) {
        this.api = api;
        this.backoff = new Backoff(session.host().clock(), session.host().timer());
        this.watcher = new ToldAttempts(session);
        this.timeout = timeout;
        this.destination = destination;
        this.connection = connection;
    }

    /**
     * @param timeout of one message, attempts and all
     * @param toSend whether anything will be sent
     * @throws fbmsg.Failure if the application, its key or the URL is missing or wrong
     */
    public static Messenger of(
            Session session, Settings settings, ApiVersion version, Duration timeout, boolean toSend) {
        Destination destination = Destination.of(settings.value(Key.API_URL).orElseThrow());
        OnFirstUse connection = new OnFirstUse(() -> session.connect(destination, timeout));
        if (toSend) {
            session.host().spareTime().execute(connection::made); // takes as long as the key and the token, beside them
        }
        Application application;
        try {
            application = session.application(settings);
        } catch (Failure e) {
            connection.close();
            throw e;
        }
        Exchange told =
                session.trace() ? Transcript.telling(connection, destination, text -> session.trace(text)) : connection;
        MessagesApi api = new MessagesApi(told, application::token, version, "fbmsg/" + Version.NUMBER);
        return new Messenger(api, session, timeout, destination, connection);
    }

    public Outcome send(OutboundMessage message) {
        return new Retries(api, timeout, backoff, watcher).send(message);
    }

    /** Sends many, with what holds for all of them. */
    public Batch batch(Batch.Plan plan, Lines lines, Optional<Journal> journal) {
        return new Batch(plan, lines, journal, api, backoff, watcher);
    }

    /** Sends one after the other, with what holds for many. */
    public Courier courier(Pace pace) {
        return new Courier(api, timeout, backoff, pace, watcher);
    }

    /** Where the API is. */
    public String url() {
        return destination.base().toString();
    }

    /** The request as text, its token left out. */
    public String show(OutboundMessage message) {
        return Transcript.request(destination, api.request(message));
    }

    /** Spends now, while there is nothing to send yet, what the first message costs more than the second. */
    public void warmUp(OutboundMessage sample) {
        connection.warmUp();
        api.request(sample);
    }

    @Override
    public void close() {
        connection.close();
    }

    /** The client is made when something is sent: a dry run never makes one. */
    private static final class OnFirstUse implements Connection {
        private final Supplier<Connection> maker;
        private Connection made;
        private boolean closed;

        OnFirstUse(Supplier<Connection> maker) {
            this.maker = maker;
        }

        @Override
        public Reply exchange(Request request) throws NotSent, Unanswered {
            return made().exchange(request);
        }

        @Override
        public void warmUp() {
            made().warmUp();
        }

        private synchronized Connection made() {
            if (closed) {
                throw new IllegalStateException("closed");
            }
            if (made == null) {
                made = maker.get();
            }
            return made;
        }

        @Override
        public synchronized void close() {
            closed = true;
            if (made != null) {
                made.close();
            }
        }
    }
}
