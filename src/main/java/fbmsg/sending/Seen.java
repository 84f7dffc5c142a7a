package fbmsg.sending;

import fbmsg.files.Reason;
import fbmsg.json.Document;
import fbmsg.json.JsonText;
import fbmsg.message.MessageId;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Which events were dealt with, so that nobody is answered twice: an event's id is on the disk before its answer leaves, and
 * what became of it after.
 */
public final class Seen implements AutoCloseable {
    private static final LogKind REPLY = new LogKind(
            header("fbmsg reply --seen"),
            "in_reply_to",
            "remove that line, or name another file: whoever is not noted is answered again",
            "make room on the disk, then run it again: an answer that may have left is told, and not sent again");
    static final LogKind LISTEN = new LogKind(
            header("fbmsg listen --seen"),
            "event",
            "remove that line, or name another file: an event that is not noted is handed on again if it comes again",
            "make room on the disk, then start it again: what was handed on and could not be noted comes again");

    private final EntryLog log;
    private final Map<String, Entry.State> states;

    private Seen(EntryLog log, Map<String, Entry.State> states) {
        this.log = log;
        this.states = states;
    }

    /**
     * Opens the file of a {@code reply}, or begins one in an empty file.
     *
     * @param name of the file, for people
     * @param run who writes from here on
     * @throws fbmsg.Failure if it is another kind of file, damaged, or cannot be read or written
     */
    public static Seen open(JournalFile file, String name, Document run) {
        Map<String, Entry.State> states = new HashMap<>();
        EntryLog log =
                EntryLog.open(file, name, REPLY, run, (position, entry) -> states.put(entry.key(), entry.state()));
        return new Seen(log, states);
    }

    /**
     * What a listener remembers of the events that are done.
     *
     * @param most that are remembered
     * @param remember is told of each in the file, in their order; false if it is remembered already
     */
    public record Memory(int most, Predicate<String> remember) {}

    /**
     * The same of a {@code listen}. What is done is told and not held here. A file that holds far more than is remembered is
     * written anew without the rest.
     *
     * @param notes is told, a line, why that could not be done; then the file is used as it is
     */
    public static Seen open(LockedFile file, String name, Document run, Memory memory, Consumer<String> notes) {
        Compaction compaction = new Compaction(memory);
        EntryLog log = EntryLog.open(file, name, LISTEN, run, compaction);
        if (compaction.isWorthwhile() && file.hasItsName()) {
            log = compacted(log, file, out -> compaction.write(file, LISTEN, run, out), notes);
        }
        return new Seen(log, compaction.doubtful());
    }

    private static EntryLog compacted(
            EntryLog log, LockedFile file, Replacement.Content content, Consumer<String> notes) {
        Replacement replacement = new Replacement(file);
        LockedFile written;
        try {
            written = replacement.write(JsonText.compact(LISTEN.header()) + "\n", content);
        } catch (IOException e) {
            notes.accept(log.name() + " has grown long and could not be written anew: " + Reason.of(e)
                    + "; it is used as it is");
            return log;
        }
        EntryLog shorter = log.in(written);
        try {
            replacement.syncName();
            file.close();
            return shorter;
        } catch (IOException e) {
            shorter.close();
            throw log.notWritten(e);
        }
    }

    private static Document header(String kind) {
        return Document.object().with("v", 1).with("kind", kind).build();
    }

    public synchronized Known known(String event) {
        Entry.State state = states.get(event);
        return state == null ? Known.NOTHING : state.known();
    }

    /** Returns when it is on the disk that an answer is about to leave. */
    public void leaving(String event) {
        log.sync(add(event, Entry.State.LEAVING, Optional.empty()));
    }

    /** The answer was taken, whole. */
    public void answered(String event, MessageId answer) {
        add(event, Entry.State.ACCEPTED, Optional.of(answer.value()));
    }

    /** Returns when it is on the disk that nothing more is to be done for an event. */
    public void done(String event) {
        log.sync(append(event, Entry.State.ACCEPTED, Optional.empty()));
        synchronized (this) {
            states.remove(event);
        }
    }

    /** Surely nothing of the answer was taken. */
    public void notTaken(String event) {
        add(event, Entry.State.NOT_TAKEN, Optional.empty());
    }

    /** The answer may have been taken, or a part of it was. */
    public void doubtful(String event) {
        add(event, Entry.State.UNKNOWN, Optional.empty());
    }

    private synchronized long add(String event, Entry.State state, Optional<String> answer) {
        if (state.known() == Known.NOTHING) {
            states.remove(event);
        } else {
            states.put(event, state);
        }
        return append(event, state, answer);
    }

    private long append(String event, Entry.State state, Optional<String> answer) {
        return log.append(new Entry(event, "", state, answer));
    }

    @Override
    public void close() {
        log.close();
    }
}
