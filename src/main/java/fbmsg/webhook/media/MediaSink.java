package fbmsg.webhook.media;

import fbmsg.files.Reason;
import fbmsg.message.Content;
import fbmsg.message.InboundMessage;
import fbmsg.webhook.Received;
import fbmsg.webhook.Sink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Fetches the file of a message before the message goes on, since Vonage keeps it for two days only. A file that cannot be had
 * is told, and the message goes on without.
 */
public final class MediaSink implements Sink {
    private final MediaFolder folder;
    private final MediaFetcher fetcher;
    private final Consumer<String> warnings;
    private final Sink next;
    private volatile boolean notWritten;

    /**
     * @param warnings is told, a line each, which files could not be had
     */
    public MediaSink(MediaFolder folder, MediaFetcher fetcher, Consumer<String> warnings, Sink next) {
        this.folder = folder;
        this.fetcher = fetcher;
        this.warnings = warnings;
        this.next = next;
    }

    /** Whether the disk, and not the far side, was what a file was not kept for. */
    public boolean notWritten() {
        return notWritten;
    }

    /** When the run ends while a file is fetched, the message comes again with it. */
    @Override
    public Taken take(Received received) {
        Optional<InboundMessage> message = received.event().match(Optional::of, status -> Optional.empty());
        Optional<Content.Media> media = message.flatMap(inbound -> inbound.content()
                .match(text -> Optional.empty(), Optional::of, raw -> Optional.empty(), other -> Optional.empty()));
        if (media.isEmpty()) {
            return next.take(received);
        }
        Optional<Path> file = saved(message.get(), media.get());
        if (file.isEmpty() && Thread.currentThread().isInterrupted()) {
            return Taken.LATER;
        }
        return next.take(file.map(path -> received.withFile(path.toString())).orElse(received));
    }

    private Optional<Path> saved(InboundMessage message, Content.Media media) {
        try {
            MediaUrl url = MediaUrl.of(media.url());
            Set<String> names = FileNames.possible(message.id(), url);
            Optional<Path> before = folder.find(names);
            return before.isPresent() ? before : Optional.of(fetched(message, url));
        } catch (NotFetched e) {
            tell(message, media, e.getMessage());
        } catch (IOException e) {
            notWritten |= !Thread.currentThread().isInterrupted();
            tell(
                    message,
                    media,
                    "the folder " + folder + ": " + Reason.of(e) + "; mend that, and " + NotFetched.BY_HAND);
        }
        return Optional.empty();
    }

    private Path fetched(InboundMessage message, MediaUrl url) throws NotFetched, IOException {
        return folder.keep(
                to -> FileNames.of(message.id(), fetcher.fetch(url, to).mediaType(), url));
    }

    private void tell(InboundMessage message, Content.Media media, String why) {
        if (!Thread.currentThread().isInterrupted()) {
            warnings.accept("the " + media.type() + " of message " + message.id() + " was not saved: " + why);
        }
    }
}
