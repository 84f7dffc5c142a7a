package fbmsg.sending;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fbmsg.json.Document;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the {@code --seen} files of both commands promise, and what they say when they cannot hold it. */
class SeenTest {
    private static final Document RUN =
            Document.object().with("run", "process 1").build();

    private final List<String> done = new ArrayList<>();

    private Seen ofListen(JournalFile file) {
        return Seen.open(file, "the file seen", RUN, done::add);
    }

    private static Seen ofReply(JournalFile file) {
        return Seen.open(file, "the file seen", RUN);
    }

    private static LossyFile damaged(LossyFile file) {
        return LossyFile.with(file.text()
                .replaceFirst("\"state\":\"accepted\"", "\"state\":\"acc")
                .getBytes(UTF_8));
    }

    @Test
    void aListenersDoneEventsAreToldInTheirOrder() {
        LossyFile file = new LossyFile();
        try (Seen seen = ofListen(file)) {
            seen.leaving("b");
            seen.done("a");
            seen.done("b");
            seen.leaving("c");
        }
        try (Seen seen = ofListen(file)) {
            assertThat(done).containsExactly("a", "b");
            assertThat(seen.known("b")).isEqualTo(Known.NOTHING);
            assertThat(seen.known("c")).isEqualTo(Known.DOUBTFUL);
        }
    }

    @Test
    void aDamagedLineOfAListenersFileIsNamedWithWhatItMeans() {
        LossyFile file = new LossyFile();
        ofListen(file).done("a");
        assertThatThrownBy(() -> ofListen(damaged(file)))
                .hasMessage("the file seen is damaged in line 3; remove that line, or name another file: an event that"
                        + " is not noted is handed on again if it comes again");
    }

    @Test
    void aDamagedLineOfARepliersFileIsNamedWithWhatItMeans() {
        LossyFile file = new LossyFile();
        ofReply(file).done("a");
        assertThatThrownBy(() -> ofReply(damaged(file)))
                .hasMessage("the file seen is damaged in line 3; remove that line, or name another file: whoever is not"
                        + " noted is answered again");
    }

    @Test
    void aFullDiskIsToldWithWhatBecomesOfTheEvent() {
        LossyFile file = new LossyFile().room(70);
        Seen seen = ofListen(file);
        assertThatThrownBy(() -> seen.done("a"))
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
}
