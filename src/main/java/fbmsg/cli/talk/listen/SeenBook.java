package fbmsg.cli.talk.listen;

import fbmsg.cli.Session;
import fbmsg.cli.talk.messenger.StateFile;
import fbmsg.sending.Seen;
import fbmsg.webhook.Book;
import fbmsg.webhook.Duplicates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a {@code --seen} file says of events: which are done, by this run and by those before. */
final class SeenBook implements Book, AutoCloseable {
    private final Optional<Seen> file;
    private final Duplicates duplicates;

    private SeenBook(Optional<Seen> file, List<String> doneBefore) {
        this.file = file;
        this.duplicates = new Duplicates(this);
        doneBefore.forEach(duplicates::doneBefore);
    }

    /**
     * @param typed the file's name; empty: nothing outlasts the run
     */
    static SeenBook open(Session session, Optional<String> typed) {
        List<String> doneBefore = new ArrayList<>();
        Optional<Seen> file = typed.map(name -> StateFile.open(
                session, "the file", name, (log, named, run) -> Seen.open(log, named, run, doneBefore::add)));
        return new SeenBook(file, doneBefore);
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
