package fbmsg.sending;

import static java.nio.charset.StandardCharsets.UTF_8;

import fbmsg.json.Document;
import fbmsg.json.JsonText;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the log of a listener, and can write anew what of it still counts: the events that are remembered as done, in their
 * order, and those of which an answer may have left.
 */
final class Compaction implements EntryLog.Reader {
    /** Of so many lines one is kept, so that a file is not written anew at each start, nor takes long to read. */
    private static final int WORTHWHILE = 3;

    private final Seen.Memory memory;
    private final Map<String, Entry.State> doubtful = new HashMap<>();

    /** Where the last done ones stand, each by its number modulo the most that are kept. */
    private final Positions positions = new Positions();

    private long done;
    private long lines;

    Compaction(Seen.Memory memory) {
        this.memory = memory;
    }

    @Override
    public void run() {
        lines++;
    }

    @Override
    public void entry(long position, Entry entry) {
        lines++;
        if (entry.state() == Entry.State.ACCEPTED && memory.remember().test(entry.key())) {
            positions.put(done++ % memory.most(), position);
        }
        if (entry.state().known() == Known.DOUBTFUL) {
            doubtful.put(entry.key(), entry.state());
        } else {
            doubtful.remove(entry.key());
        }
    }

    /** Events of which an answer may have left. */
    Map<String, Entry.State> doubtful() {
        return doubtful;
    }

    boolean isWorthwhile() {
        return lines > WORTHWHILE * ((long) memory.most() + doubtful.size());
    }

    /** All that is kept but for the header. What is doubtful stands last, as it is so until the event is done. */
    void write(JournalFile old, LogKind kind, Document run, OutputStream out) throws IOException {
        write(JsonText.compact(run) + "\n", out);
        long kept = Math.min(done, memory.most());
        LogLines lines = new LogLines(old, Math.max(0, positions.position((done - kept) % memory.most())));
        for (long i = done - kept; i < done; i++) {
            write(lineAt(positions.position(i % memory.most()), lines) + "\n", out);
        }
        for (Map.Entry<String, Entry.State> one : doubtful.entrySet()) {
            write(new Entry(one.getKey(), "", one.getValue(), Optional.empty()).line(kind.keyName()), out);
        }
    }

    private static String lineAt(long position, LogLines lines) throws IOException {
        String line;
        do {
            line = lines.next().orElseThrow(() -> new IOException("it has become shorter"));
        } while (lines.position() < position);
        return line;
    }

    private static void write(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(UTF_8));
    }
}
