package fbmsg.cli;

import fbmsg.api.ApiVersion;
import fbmsg.api.MessagesApi;
import fbmsg.api.Outcome;
import fbmsg.api.Transcript;
import fbmsg.config.Key;
import fbmsg.config.Settings;
import fbmsg.http.Destination;
import fbmsg.http.Exchange;
import fbmsg.http.NotSent;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.http.Unanswered;
import fbmsg.message.OutboundMessage;
import java.time.Duration;
import java.util.function.Supplier;

/** The Messages API as the settings and options have it: sends, or shows what would be sent. */
public final class Messenger {
    private final MessagesApi api;
    private final Destination destination;

    private Messenger(MessagesApi api, Destination destination) {
        this.api = api;
        this.destination = destination;
    }

    /**
     * @param timeout of one request, from connecting to the answer's last byte
     * @throws fbmsg.Failure if the application, its key or the URL is missing or wrong
     */
    public static Messenger of(Session session, Settings settings, ApiVersion version, Duration timeout) {
        Destination destination = Destination.of(settings.value(Key.API_URL).orElseThrow());
        Application application = Application.of(session, settings);
        Exchange exchange =
                new OnFirstUse(() -> session.host().connections().open(destination, timeout, session.offline()));
        Exchange told = session.trace()
                ? Transcript.telling(
                        exchange, destination, text -> session.printer().talk(text))
                : exchange;
        return new Messenger(
                new MessagesApi(told, application::token, version, "fbmsg/" + Version.NUMBER), destination);
    }

    public Outcome send(OutboundMessage message) {
        return api.send(message);
    }

    /** The request as text, its token left out. */
    public String show(OutboundMessage message) {
        return Transcript.request(destination, api.request(message));
    }

    /** The client is made when something is sent: a dry run never makes one. */
    private static final class OnFirstUse implements Exchange {
        private final Supplier<Exchange> maker;
        private Exchange made;

        OnFirstUse(Supplier<Exchange> maker) {
            this.maker = maker;
        }

        @Override
        public Reply exchange(Request request) throws NotSent, Unanswered {
            if (made == null) {
                made = maker.get();
            }
            return made.exchange(request);
        }
    }
}
