package fbmsg.cli.talk.send;

import fbmsg.Failure;
import fbmsg.catalogue.Tags;
import fbmsg.cli.Exit;
import fbmsg.cli.Session;
import fbmsg.cli.talk.content.MessageOptions;
import fbmsg.cli.talk.messenger.Ending;
import fbmsg.cli.talk.messenger.Messenger;
import fbmsg.cli.talk.messenger.StateFile;
import fbmsg.config.Key;
import fbmsg.config.Settings;
import fbmsg.json.Document;
import fbmsg.json.wire.BatchLine;
import fbmsg.message.OutboundMessage;
import fbmsg.message.PageId;
import fbmsg.message.Purpose;
import fbmsg.message.Terms;
import fbmsg.sending.Batch;
import fbmsg.sending.Journal;
import fbmsg.sending.Lines;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One run of {@code send --batch}: from the first line to the exit code. */
final class BatchRun {
    private final Session session;
    private final MessageOptions options;
    private final BatchOptions batch;
    private final Settings settings;
    private final Optional<PageId> page;
    private final Set<String> tags = new HashSet<>();

    BatchRun(Session session, MessageOptions options, BatchOptions batch, Settings settings, Optional<String> page) {
        this.session = session;
        this.options = options;
        this.batch = batch;
        this.settings = settings;
        this.page = page.or(() -> settings.value(Key.PAGE_ID)).map(PageId::new);
    }

    Exit run() {
        Terms terms = options.terms(session);
        terms.purpose().flatMap(Purpose::tag).ifPresent(tags::add); // it was warned of
        Batch.Plan plan = batch.plan(options.timeout());
        Function<byte[], OutboundMessage> decoder = line -> warned(BatchLine.decode(line, page, terms));
        try (InputStream in = input();
                Messenger messenger = options.messenger(session, settings)) {
            Lines lines = new Lines(in);
            return options.dryRun()
                    ? new BatchPreview(session, messenger).show(lines, decoder)
                    : send(plan, lines, messenger, decoder);
        } catch (IOException e) {
            throw Failure.missing("the batch " + batch.batch() + " cannot be read: " + e.getMessage(), "check it");
        }
    }

    /** Of each tag that is likely to fail, once. */
    private OutboundMessage warned(OutboundMessage message) {
        Optional<String> tag = message.terms().purpose().flatMap(Purpose::tag);
        tag.filter(tags::add).flatMap(Tags::warning).ifPresent(session::warn);
        return message;
    }

    private Exit send(Batch.Plan plan, Lines lines, Messenger messenger, Function<byte[], OutboundMessage> decoder) {
        Optional<Journal> journal = batch.journal().map(typed -> journal(typed, messenger));
        try {
            long size = size().orElse(0L);
            BatchReport report =
                    new BatchReport(session, new Progress(session, () -> lines.estimate(size)), journal.isPresent());
            Batch sending = messenger.batch(plan, lines, journal);
            return report.end(Ending.guarded(
                    session, sending::stop, () -> true, report::interrupted, () -> sending.run(decoder, report)));
        } finally {
            journal.ifPresent(Journal::close);
        }
    }

    private Journal journal(String typed, Messenger messenger) {
        Document.Builder bound = Document.object()
                .with("v", 1)
                .with("kind", "fbmsg send --batch")
                .with("api_url", messenger.url() + options.version().path())
                .with("application_id", settings.applicationId())
                .with("from", page.map(PageId::value).map(Document::of).orElse(Document.NULL));
        return StateFile.open(
                session, "the journal", typed, (file, named, run) -> Journal.open(file, named, bound, run));
    }

    private InputStream input() {
        if (batch.batch().equals("-")) {
            return session.host().in();
        }
        Path path = session.paths().resolve(batch.batch());
        try {
            if (Files.isDirectory(path)) {
                throw Failure.missing("the batch " + batch.batch() + " is a directory", "give the path of a file");
            }
            return Files.newInputStream(path);
        } catch (NoSuchFileException e) {
            throw Failure.missing("the batch " + batch.batch() + " does not exist", "check the path");
        } catch (IOException e) {
            throw Failure.missing("the batch " + batch.batch() + " cannot be read: " + e.getMessage(), "check it");
        }
    }

    /** Bytes of the whole input, if that can be known. */
    private Optional<Long> size() {
        try {
            Path path = session.paths().resolve(batch.batch());
            return !batch.batch().equals("-") && Files.isRegularFile(path)
                    ? Optional.of(Files.size(path))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
