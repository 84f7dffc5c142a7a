package fbmsg.sending;

import fbmsg.Failure;
import fbmsg.api.Outcome;
import fbmsg.json.Document;
import fbmsg.message.MessageId;
import java.util.Optional;

/**
 * What a batch has done, line by line, so that it can be run again: a line is on the disk as leaving before its request
 * leaves, and what became of it after. Each stands with its number and the SHA-256 of its bytes.
 */
public final class Journal implements AutoCloseable {
    private final EntryLog log;
    private final String name;
    private final Positions positions;

    private Journal(EntryLog log, String name, Positions positions) {
        this.log = log;
        this.name = name;
        this.positions = positions;
    }

    /**
     * What is known of a line.
     *
     * @param id of the message that was accepted
     */
    public record Before(Known known, Optional<MessageId> id) {
        static final Before NOTHING = new Before(Known.NOTHING, Optional.empty());
    }

    /**
     * Opens a journal, or begins one in an empty file.
     *
     * @param name of the file, for people
     * @param batch what it is bound to: API, application, Page
     * @param run who writes from here on
     * @throws Failure if it is another batch's, damaged, or cannot be read or written
     */
    public static Journal open(JournalFile file, String name, Document.Builder batch, Document run) {
        Positions positions = new Positions();
        LogKind kind = new LogKind(
                batch.build(),
                "line",
                "look what of it was sent, and go on with the rest in another file",
                "make room on the disk, then run it again: what is not known to be sent is told");
        EntryLog log = EntryLog.open(file, name, kind, run, (position, entry) -> {
            if (!entry.key().matches("[0-9]{1,10}")) {
                throw Failure.data(name + " is damaged: it has a line " + entry.key(), "name another journal");
            }
            positions.put(Long.parseLong(entry.key()), position);
        });
        return new Journal(log, name, positions);
    }

    /**
     * @throws Failure if the line was sent and is another one now: nobody knows what the journal's entry was of
     */
    Before before(Line line) {
        long position = positions.position(line.number());
        if (position < 0) {
            return Before.NOTHING;
        }
        Entry entry = log.at(position);
        if (entry.state().known() == Known.NOTHING) {
            return Before.NOTHING;
        }
        if (!entry.digest().equals(line.digest())) {
            throw Failure.data(
                    "line " + line.number() + " of the input is not the one that " + name + " has as sent",
                    "give the same input again, or name another journal for another one");
        }
        return entry.state().known() == Known.ACCEPTED && entry.id().isPresent()
                ? new Before(Known.ACCEPTED, entry.id().map(MessageId::new))
                : new Before(Known.DOUBTFUL, Optional.empty());
    }

    /** Returns when it is on the disk that the line is about to leave. */
    void leaving(Line line) {
        log.sync(log.append(entry(line, Entry.State.LEAVING, Optional.empty())));
    }

    /** Notes what became of a line; should it be lost, the line is told as doubtful. */
    void ended(Line line, Outcome outcome) {
        log.append(outcome.match(new Ended(line)));
    }

    private static Entry entry(Line line, Entry.State state, Optional<String> id) {
        return new Entry(Long.toString(line.number()), line.digest(), state, id);
    }

    @Override
    public void close() {
        log.close();
    }

    private record Ended(Line line) implements Outcome.Cases<Entry> {
        @Override
        public Entry accepted(Outcome.Accepted accepted) {
            return entry(line, Entry.State.ACCEPTED, Optional.of(accepted.id().value()));
        }

        @Override
        public Entry refused(Outcome.Refused refused) {
            return notTaken();
        }

        @Override
        public Entry busy(Outcome.Busy busy) {
            return notTaken();
        }

        @Override
        public Entry notTaken(Outcome.NotTaken notTaken) {
            return notTaken();
        }

        @Override
        public Entry barred(Outcome.Barred barred) {
            return notTaken();
        }

        @Override
        public Entry unknown(Outcome.Unknown unknown) {
            return entry(line, Entry.State.UNKNOWN, Optional.empty());
        }

        private Entry notTaken() {
            return entry(line, Entry.State.NOT_TAKEN, Optional.empty());
        }
    }
}
