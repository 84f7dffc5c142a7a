package fbmsg.sending;

import fbmsg.json.Document;
import fbmsg.message.MessageId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which inbound messages were answered, so that nobody is answered twice: an id is on the disk before its answer leaves, and
 * what became of it after.
 */
public final class Seen implements AutoCloseable {
    private final EntryLog log;
    private final Map<String, Entry.State> states;

    private Seen(EntryLog log, Map<String, Entry.State> states) {
        this.log = log;
        this.states = states;
    }

    /**
     * Opens a file, or begins one in an empty file.
     *
     * @param name of the file, for people
     * @param run who writes from here on
     * @throws fbmsg.Failure if it is another kind of file, damaged, or cannot be read or written
     */
    public static Seen open(JournalFile file, String name, Document run) {
        Map<String, Entry.State> states = new HashMap<>();
        Document header = Document.object()
                .with("v", 1)
                .with("kind", "fbmsg reply --seen")
                .build();
        EntryLog log = EntryLog.open(
                file, name, "in_reply_to", header, run, (position, entry) -> states.put(entry.key(), entry.state()));
        return new Seen(log, states);
    }

    public Known known(MessageId inbound) {
        Entry.State state = states.get(inbound.value());
        return state == null ? Known.NOTHING : state.known();
    }

    /** Returns when it is on the disk that an answer is about to leave. */
    public void leaving(MessageId inbound) {
        log.sync(add(inbound, Entry.State.LEAVING, Optional.empty()));
    }

    /** The answer was taken, whole. */
    public void answered(MessageId inbound, MessageId answer) {
        add(inbound, Entry.State.ACCEPTED, Optional.of(answer.value()));
    }

    /** Surely nothing of the answer was taken. */
    public void notTaken(MessageId inbound) {
        add(inbound, Entry.State.NOT_TAKEN, Optional.empty());
    }

    /** The answer may have been taken, or a part of it was. */
    public void doubtful(MessageId inbound) {
        add(inbound, Entry.State.UNKNOWN, Optional.empty());
    }

    private long add(MessageId inbound, Entry.State state, Optional<String> answer) {
        states.put(inbound.value(), state);
        return log.append(new Entry(inbound.value(), "", state, answer));
    }

    @Override
    public void close() {
        log.close();
    }
}
