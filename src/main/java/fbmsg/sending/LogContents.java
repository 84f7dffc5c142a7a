package fbmsg.sending;

import fbmsg.Failure;
import fbmsg.json.Document;
import fbmsg.json.Json;
import fbmsg.json.JsonText;
import fbmsg.json.MalformedJson;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** What a log has from earlier runs. */
final class LogContents {
    private LogContents() {}

    /**
     * A last line without its end was being written when a process or the machine died: what it was to say did not happen
     * yet, or is told as unknown. It is cut off.
     *
     * @return whether there is a header already
     */
    static boolean read(JournalFile file, String name, LogKind kind, EntryLog.Reader reader) throws IOException {
        LogLines lines = new LogLines(file);
        Optional<String> first;
        try {
            first = lines.next();
        } catch (LogLines.TooLong e) {
            throw foreign(name);
        }
        if (first.isEmpty()) {
            if (!JsonText.compact(kind.header()).startsWith(lines.tail())) {
                throw foreign(name);
            }
            file.truncate(0);
            return false;
        }
        check(name, kind.header(), first.get());
        try {
            readEntries(lines, name, kind, reader);
        } catch (LogLines.TooLong e) {
            throw damaged(name, kind, lines.number() + 1);
        }
        file.truncate(lines.end());
        return true;
    }

    private static void readEntries(LogLines lines, String name, LogKind kind, EntryLog.Reader reader)
            throws IOException {
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            if (Runs.isRun(line.get())) {
                reader.run();
                continue;
            }
            Optional<Entry> entry = Entry.parse(line.get(), kind.keyName());
            if (entry.isEmpty()) {
                throw damaged(name, kind, lines.number());
            }
            reader.entry(lines.position(), entry.get());
        }
    }

    private static void check(String name, Document header, String line) {
        Document found;
        try {
            found = Json.parse(line);
        } catch (MalformedJson e) {
            throw foreign(name);
        }
        if (!found.member("kind").equals(header.member("kind"))) {
            throw foreign(name);
        }
        for (Map.Entry<String, Document> member : header.members().orElseThrow().entrySet()) {
            Optional<Document> there = found.member(member.getKey());
            if (!there.equals(Optional.of(member.getValue()))) {
                throw Failure.data(
                        name + " is of another run: its " + member.getKey() + " is "
                                + there.map(JsonText::compact).orElse("not there") + ", here it is "
                                + JsonText.compact(member.getValue()),
                        "name another file, or run it as before");
            }
        }
    }

    private static Failure damaged(String name, LogKind kind, int line) {
        return Failure.data(name + " is damaged in line " + line, kind.ifDamaged());
    }

    private static Failure foreign(String name) {
        return Failure.data(name + " is not a file of this kind", "name another one; it was left as it is");
    }
}
