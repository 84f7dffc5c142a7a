package fbmsg.sending;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fbmsg.Failure;
import fbmsg.json.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the {@code --seen} files of both commands promise, and what they say when they cannot hold it. */
class SeenTest {
    private static final Document RUN =
            Document.object().with("run", "process 1").build();

    @TempDir
    private Path folder;

    private final List<String> done = new ArrayList<>();

    private Seen ofListen() throws IOException {
        return Seen.open(
                LockedFile.open(folder.resolve("seen")).orElseThrow(),
                "the file seen",
                RUN,
                new Seen.Memory(100, done::add),
                note -> {
                    throw new AssertionError(note);
                });
    }

    private static Seen ofReply(JournalFile file) {
        return Seen.open(file, "the file seen", RUN);
    }

    private static String damaged(String text) {
        return text.replaceFirst("\"state\":\"accepted\"", "\"state\":\"acc");
    }

    @Test
    void aListenersDoneEventsAreToldInTheirOrder() throws IOException {
        try (Seen seen = ofListen()) {
            seen.leaving("b");
            seen.done("a");
            seen.done("b");
            seen.leaving("c");
            seen.leaving("d");
            seen.notTaken("d");
        }
        try (Seen seen = ofListen()) {
            assertThat(done).containsExactly("a", "b");
            assertThat(seen.known("b")).isEqualTo(Known.NOTHING);
            assertThat(seen.known("c")).isEqualTo(Known.DOUBTFUL);
            assertThat(seen.known("d")).isEqualTo(Known.NOTHING);
        }
    }

    @Test
    void aDamagedLineOfAListenersFileIsNamedWithWhatItMeans() throws IOException {
        Path file = folder.resolve("seen");
        try (Seen seen = ofListen()) {
            seen.done("a");
        }
        Files.writeString(file, damaged(Files.readString(file)));
        assertThatThrownBy(this::ofListen)
                .hasMessage("the file seen is damaged in line 3; remove that line, or name another file: an event that"
                        + " is not noted is handed on again if it comes again");
    }

    @Test
    void aDamagedLineOfARepliersFileIsNamedWithWhatItMeans() {
        LossyFile file = new LossyFile();
        ofReply(file).done("a");
        assertThatThrownBy(() -> ofReply(LossyFile.with(damaged(file.text()).getBytes(UTF_8))))
                .hasMessage("the file seen is damaged in line 3; remove that line, or name another file: whoever is not"
                        + " noted is answered again");
    }

    @Test
    void aFullDiskIsToldWithWhatBecomesOfTheEvent() {
        LossyFile file = new LossyFile().room(70);
        EntryLog log =
                EntryLog.open(file, "the file seen", Seen.LISTEN, RUN, new Compaction(new Seen.Memory(100, done::add)));
        assertThatThrownBy(() -> log.append(new Entry("a", "", Entry.State.ACCEPTED, Optional.empty())))
                .hasMessage("the file seen could not be written: No space left on device; make room on the disk, then"
                        + " start it again: what was handed on and could not be noted comes again");
    }

    @Test
    void aFullDiskIsToldWithWhatBecomesOfTheAnswer() {
        LossyFile file = new LossyFile().room(70);
        Seen seen = ofReply(file);
        assertThatThrownBy(() -> seen.leaving("a"))
                .hasMessage("the file seen could not be written: No space left on device; make room on the disk, then"
                        + " run it again: an answer that may have left is told, and not sent again");
    }

    /** Otherwise a large file of something else would fill the memory. */
    @Test
    void aLargeFileWithoutALineIsRefusedBeforeItIsRead() {
        EndlessLine file = new EndlessLine("");
        assertThatThrownBy(() -> ofReply(file))
                .hasMessage("the file seen is not a file of this kind; name another one; it was left as it is")
                .isInstanceOfSatisfying(Failure.class, e -> assertThat(e.kind()).isEqualTo(Failure.Kind.DATA));
    }

    @Test
    void aLineThatDoesNotEndIsDamage() {
        LossyFile begun = new LossyFile();
        ofReply(begun).done("a");
        EndlessLine file = new EndlessLine(begun.text());
        assertThatThrownBy(() -> ofReply(file))
                .hasMessageStartingWith("the file seen is damaged in line 4; ")
                .isInstanceOfSatisfying(Failure.class, e -> assertThat(e.kind()).isEqualTo(Failure.Kind.DATA));
    }

    /** After its beginning, a line of 200 MB; to read far into it fails, and so does to write. */
    private record EndlessLine(String beginning) implements JournalFile {
        @Override
        public long size() {
            return 200_000_000;
        }

        @Override
        public int read(long position, byte[] into) {
            assertThat(position).isLessThan(2 << 20);
            byte[] begun = beginning.getBytes(UTF_8);
            for (int i = 0; i < into.length; i++) {
                into[i] = position + i < begun.length ? begun[(int) position + i] : (byte) 'x';
            }
            return into.length;
        }

        @Override
        public void append(byte[] bytes) {
            throw new AssertionError();
        }

        @Override
        public void sync() {
            throw new AssertionError();
        }

        @Override
        public void truncate(long size) {
            throw new AssertionError();
        }

        @Override
        public void close() {}
    }
}
