package fbmsg.cli.talk.listen.sink;

import fbmsg.Failure;
import fbmsg.cli.Application;
import fbmsg.cli.Session;
import fbmsg.config.Key;
import fbmsg.config.Settings;
import fbmsg.http.Destination;
import fbmsg.webhook.Sink;
import fbmsg.webhook.media.MediaFetcher;
import fbmsg.webhook.media.MediaFolder;
import fbmsg.webhook.media.MediaSink;
import java.util.Optional;

/** How the files of messages are fetched: with the application's token where there is one, by the machine's connections. */
final class SavedMedia {
    private final Session session;
    private final Optional<Application> application;
    private final MediaFetcher fetcher;

    /**
     * @param signed whether only Vonage's messages are taken
     * @throws Failure if an application and its key are set and the key is not usable
     */
    SavedMedia(Session session, Settings settings, boolean signed) {
        this.session = session;
        this.application = application(session, settings);
        this.fetcher = new MediaFetcher(
                destination -> session.connect(destination, MediaFetcher.LONGEST),
                () -> application.map(Application::token),
                signed || isEmulated(settings),
                session.host().timer()::nanos);
    }

    /**
     * @param folder as typed
     * @throws Failure if files cannot be made in the folder
     */
    MediaSink before(Sink next, String folder) {
        return new MediaSink(MediaFolder.open(session.paths().resolve(folder)), fetcher, session::warn, next);
    }

    private static Optional<Application> application(Session session, Settings settings) {
        boolean set =
                settings.value(Key.APPLICATION_ID).filter(id -> !id.isBlank()).isPresent()
                        && settings.find(Key.PRIVATE_KEY).isPresent();
        return set ? Optional.of(session.application(settings)) : Optional.empty();
    }

    /** Whether Vonage is on this machine, and so its media may be. */
    private static boolean isEmulated(Settings settings) {
        return settings.value(Key.API_URL).map(Destination::of).orElseThrow().isLoopback();
    }
}
