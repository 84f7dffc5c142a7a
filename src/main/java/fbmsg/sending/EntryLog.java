package fbmsg.sending;

import fbmsg.Failure;
import fbmsg.files.Reason;
import fbmsg.json.Document;
import fbmsg.json.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Entries on the disk, a line each: a header that says what they are of, then what happened, one after the other. Syncs are
 * shared: whoever waits for one has all that was appended before synced with it.
 */
final class EntryLog implements AutoCloseable {
    private final JournalFile file;
    private final String name;
    private final LogKind kind;
    private final Object syncing = new Object();
    private long appended;
    private long synced;
    private Failure broken;

    /** Gets what is there already. */
    interface Reader {
        void entry(long position, Entry entry);

        /** A line in which a run says that it writes from there on. */
        default void run() {}
    }

    private EntryLog(JournalFile file, String name, LogKind kind) {
        this.file = file;
        this.name = name;
        this.kind = kind;
    }

    /**
     * @param name of the file, for people
     * @param run who writes from here on
     * @throws Failure if the file is of something else, damaged, or cannot be read or written
     */
    static EntryLog open(JournalFile file, String name, LogKind kind, Document run, Reader reader) {
        EntryLog log = new EntryLog(file, name, kind);
        try {
            boolean begun = LogContents.read(file, name, kind, reader);
            log.appended = file.size();
            log.append((begun ? "" : JsonText.compact(kind.header()) + "\n") + JsonText.compact(run) + "\n");
        } catch (IOException e) {
            throw log.notWritten(e);
        }
        log.sync(log.appended);
        return log;
    }

    /** The same in another file that is written whole, and synced. */
    EntryLog in(LockedFile other) {
        EntryLog log = new EntryLog(other, name, kind);
        log.appended = other.size();
        log.synced = log.appended;
        return log;
    }

    /** Of the file, for people. */
    String name() {
        return name;
    }

    /**
     * Writes an entry; it is on the disk after {@link #sync}.
     *
     * @return where it begins
     */
    synchronized long append(Entry entry) {
        if (broken != null) {
            throw broken;
        }
        long position = appended;
        append(entry.line(kind.keyName()));
        return position;
    }

    private void append(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            file.append(bytes);
        } catch (IOException e) {
            broken = notWritten(e);
            throw broken;
        }
        appended += bytes.length;
    }

    /** Returns when the entry that begins at a position is on the disk. */
    void sync(long position) {
        synchronized (syncing) {
            if (synced > position) {
                return; // with somebody else's
            }
            long covered;
            synchronized (this) {
                if (broken != null) {
                    throw broken;
                }
                covered = appended;
            }
            try {
                file.sync();
            } catch (IOException e) {
                synchronized (this) {
                    broken = notWritten(e);
                    throw broken;
                }
            }
            synced = covered;
        }
    }

    /** The entry that begins at a position. */
    Entry at(long position) {
        byte[] bytes = new byte[1024];
        try {
            int length = file.read(position, bytes);
            String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
            return Entry.parse(text.substring(0, text.indexOf('\n')), kind.keyName())
                    .orElseThrow();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public void close() {
        try {
            if (broken == null) {
                file.sync();
            }
        } catch (IOException e) {
            throw notWritten(e);
        } finally {
            try {
                file.close();
            } catch (IOException e) {
                // synced before
            }
        }
    }

    private Failure unreadable(IOException e) {
        return Failure.missing(name + " cannot be read: " + e.getMessage(), "check the disk");
    }

    Failure notWritten(IOException e) {
        return Failure.notWritten(name + " could not be written: " + Reason.of(e), kind.ifNotWritten(), e);
    }
}
