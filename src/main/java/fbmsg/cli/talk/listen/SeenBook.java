package fbmsg.cli.talk.listen;

import fbmsg.cli.Session;
import fbmsg.cli.talk.messenger.StateFile;
import fbmsg.sending.Seen;
import fbmsg.webhook.Book;
import fbmsg.webhook.Duplicates;
import java.util.Optional;

/** What a {@code --seen} file says of events: which are done, by this run and by those before. */
final class SeenBook implements Book, AutoCloseable {
    private final Duplicates duplicates = new Duplicates(this);
    private final Optional<Seen> file;

    /**
     * @param typed the file's name; empty: nothing outlasts the run
     */
    SeenBook(Session session, Optional<String> typed) {
        Seen.Memory memory = new Seen.Memory(Duplicates.MOST_DONE, duplicates::doneBefore);
        file = typed.map(name -> StateFile.open(
                session,
                "the file",
                name,
                (locked, named, run) -> Seen.open(locked, named, run, memory, session::note)));
    }

    Duplicates duplicates() {
        return duplicates;
    }

    Optional<Seen> file() {
        return file;
    }

    @Override
    public void done(String id) {
        file.ifPresent(seen -> seen.done(id));
    }

    @Override
    public void close() {
        file.ifPresent(Seen::close);
    }
}
