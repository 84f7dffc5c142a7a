package fbmsg.sending;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fbmsg.Failure;
import fbmsg.json.Document;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A listener's file is written anew when it has grown long, and at no moment there is none that is whole. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CompactionTest {
    private static final int MOST = 10;
    private static final String HEADER = "{\"v\":1,\"kind\":\"fbmsg listen --seen\"}\n";
    private static final String OLD_RUN = "{\"run\":\"process 1\"}\n";
    private static final Document RUN =
            Document.object().with("run", "process 2").build();
    private static final String NEW_RUN = "{\"run\":\"process 2\"}\n";

    @TempDir
    private Path folder;

    private final List<String> notes = new ArrayList<>();
    private Path path;

    @BeforeEach
    void name() {
        path = folder.resolve("seen");
    }

    private static String entry(Object event, String state) {
        return "{\"event\":\"" + event + "\",\"state\":\"" + state + "\"}\n";
    }

    /** Events with these numbers, done. */
    private static String done(int from, int to) {
        StringBuilder lines = new StringBuilder();
        for (int i = from; i <= to; i++) {
            lines.append(entry(i, "accepted"));
        }
        return lines.toString();
    }

    /** As {@code listen} remembers them. */
    private static final class Memory {
        private final Set<String> remembered = new LinkedHashSet<>();

        boolean remember(String event) {
            boolean added = remembered.add(event);
            if (remembered.size() > MOST) {
                remembered.remove(remembered.iterator().next());
            }
            return added;
        }
    }

    private final Memory memory = new Memory();

    private LockedFile locked() throws IOException {
        return LockedFile.open(path).orElseThrow();
    }

    private Seen open() throws IOException {
        memory.remembered.clear();
        return Seen.open(locked(), "the file seen", RUN, new Seen.Memory(MOST, memory::remember), notes::add);
    }

    private void openAndClose() throws IOException {
        open().close();
    }

    private String text() throws IOException {
        return Files.readString(path);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void theLastThatAreDoneStayInTheirOrder() throws IOException {
        Files.writeString(path, HEADER + OLD_RUN + done(1, 50));
        openAndClose();
        assertThat(text()).isEqualTo(HEADER + NEW_RUN + done(41, 50));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        assertThat(names()).containsExactly("seen");
        assertThat(notes).isEmpty();
    }

    @Test
    void whatIsDoubtfulStaysHoweverOldItIs() throws IOException {
        Files.writeString(
                path,
                HEADER
                        + OLD_RUN
                        + entry("left", "leaving")
                        + entry("unknown", "unknown")
                        + entry("again", "leaving")
                        + entry("again", "not_taken")
                        + entry("1", "leaving")
                        + done(1, 80)
                        + entry("80", "leaving"));
        for (int i = 0; i < 2; i++) {
            try (Seen seen = open()) {
                assertThat(seen.known("left")).isEqualTo(Known.DOUBTFUL);
                assertThat(seen.known("unknown")).isEqualTo(Known.DOUBTFUL);
                assertThat(seen.known("80")).isEqualTo(Known.DOUBTFUL);
                assertThat(seen.known("again")).isEqualTo(Known.NOTHING);
                assertThat(seen.known("1")).isEqualTo(Known.NOTHING);
                assertThat(memory.remembered).hasSize(MOST).endsWith("79", "80");
            }
        }
        assertThat(text().lines()).hasSize(2 + MOST + 3 + 1); // the second run
    }

    /** Counted are lines of events and runs: a listener that is started all the time makes the file long, too. */
    @ParameterizedTest
    @CsvSource({"30, 0, 30", "31, 0, 10", "15, 15, 15", "15, 16, 10", "5, 25, 5", "5, 26, 5"})
    void itIsWrittenAnewFromThreeTimesTheMostOn(int entries, int runs, int left) throws IOException {
        Files.writeString(path, HEADER + OLD_RUN.repeat(runs) + done(1, entries));
        openAndClose();
        boolean anew = entries + runs > 3 * MOST;
        assertThat(text())
                .isEqualTo(
                        anew
                                ? HEADER + NEW_RUN + done(entries - left + 1, entries)
                                : HEADER + OLD_RUN.repeat(runs) + done(1, entries) + NEW_RUN);
    }

    /** Else it would be written anew at each start. */
    @Test
    void manyDoubtfulOnesDoNotMakeItAnewEachTime() throws IOException {
        StringBuilder doubtful = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            doubtful.append(entry("d" + i, "leaving"));
        }
        Files.writeString(path, HEADER + doubtful);
        openAndClose();
        assertThat(text()).isEqualTo(HEADER + doubtful + NEW_RUN);
    }

    @Test
    void anEventThatWasDoneTwiceTakesNoOthersPlace() throws IOException {
        Files.writeString(path, HEADER + done(1, 45) + done(40, 45));
        openAndClose();
        assertThat(text()).isEqualTo(HEADER + NEW_RUN + done(36, 45));
    }

    @Test
    void whatComesAfterwardsIsInTheNewOne() throws IOException {
        Files.writeString(path, HEADER + done(1, 40) + "{\"event\":\"cut o");
        try (Seen seen = open()) {
            seen.leaving("x");
            seen.done("y");
            assertThat(text())
                    .isEqualTo(HEADER + NEW_RUN + done(31, 40) + entry("x", "leaving") + entry("y", "accepted"));
        }
    }

    @Test
    void noOtherRunCanHaveItMeanwhileOrAfterwards() throws IOException {
        Files.writeString(path, HEADER + done(1, 40));
        LockedFile old = locked();
        Replacement replacement = new Replacement(old);
        LockedFile written = replacement.write(HEADER, out -> {
            assertThat(LockedFile.open(path)).isEmpty();
            assertThat(LockedFile.open(folder.resolve(".seen.fbmsg-new"))).isEmpty();
        });
        assertThat(LockedFile.open(path)).isEmpty();
        replacement.syncName();
        old.close();
        assertThat(LockedFile.open(path)).isEmpty();
        written.close();
        LockedFile.open(path).orElseThrow().close();
    }

    @Test
    void aLinkStaysAndTheFileBehindItIsReplaced() throws IOException {
        Path real = Files.createDirectory(folder.resolve("state")).resolve("real");
        Files.writeString(real, HEADER + done(1, 40));
        Files.createSymbolicLink(path, Path.of("state", "real"));
        openAndClose();
        assertThat(path).isSymbolicLink();
        assertThat(real).hasContent(HEADER + NEW_RUN + done(31, 40));
        assertThat(names()).containsExactly("seen", "state");
        assertThat(real.getParent()).isDirectoryContaining(file -> file.equals(real));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"v\":1,\"ki", HEADER, HEADER + "{\"event\":\"1\",\"sta"})
    void whatAKilledRunLeftIsReplaced(String left) throws IOException {
        Files.writeString(path, HEADER + done(1, 40));
        Files.writeString(folder.resolve(".seen.fbmsg-new"), left);
        openAndClose();
        assertThat(text()).isEqualTo(HEADER + NEW_RUN + done(31, 40));
        assertThat(names()).containsExactly("seen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a letter", "{\"v\":1,\"kind\":\"fbmsg reply --seen\"}\n"})
    void anotherFileInTheWayStaysAndTheOldOneIsUsed(String theirs) throws IOException {
        Files.writeString(path, HEADER + done(1, 40));
        Files.writeString(folder.resolve(".seen.fbmsg-new"), theirs);
        assertUsedAsItIs(".seen.fbmsg-new is in the way");
        assertThat(folder.resolve(".seen.fbmsg-new")).hasContent(theirs);
    }

    /** Of a run that uses it, by whatever name: it would go on writing into a file without a name. */
    @Test
    void aFileInTheWayThatIsInUseStays() throws IOException {
        Files.writeString(path, HEADER + done(1, 40));
        Path theirs = folder.resolve(".seen.fbmsg-new");
        Files.writeString(theirs, HEADER + done(1, 2));
        LockedFile inUse = LockedFile.open(theirs).orElseThrow();
        assertUsedAsItIs(".seen.fbmsg-new is in the way");
        inUse.close();
        assertThat(theirs).hasContent(HEADER + done(1, 2));
    }

    @Test
    void aFolderOrALinkInTheWayStaysToo() throws IOException {
        Files.writeString(path, HEADER + done(1, 40));
        Path beside = Files.createDirectory(folder.resolve(".seen.fbmsg-new"));
        assertUsedAsItIs(".seen.fbmsg-new is in the way");
        Files.delete(beside);
        notes.clear();
        Files.createSymbolicLink(beside, folder.resolve("nowhere"));
        assertUsedAsItIs(".seen.fbmsg-new is in the way");
        assertThat(beside).isSymbolicLink();
    }

    private void assertUsedAsItIs(String why) throws IOException {
        String before = text();
        try (Seen seen = open()) {
            seen.done("y");
        }
        assertThat(notes)
                .containsExactly(
                        "the file seen has grown long and could not be written anew: " + why + "; it is used as it is");
        assertThat(text()).isEqualTo(before + NEW_RUN + entry("y", "accepted"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"v\":1,\"kind\":\"fbmsg reply --seen\"}\n",
                "hello\n",
                "{\"v\":2,\"kind\":\"fbmsg listen --seen\"}\n"
            })
    void aFileOfAnotherKindIsNotTouched(String begins) throws IOException {
        String text = begins + done(1, 40);
        Files.writeString(path, text);
        assertThatThrownBy(this::open).isInstanceOf(Failure.class);
        assertThat(text()).isEqualTo(text);
        assertThat(names()).containsExactly("seen");
    }

    /** Another run could not notice there that it has opened the one that was replaced. */
    @Test
    void whereFilesCannotBeToldApartItIsUsedAsItIs() throws IOException {
        Files.writeString(path, HEADER + done(1, 40));
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        LockedFile file = new LockedFile(path, Optional.empty(), channel, channel.lock());
        Seen.open(file, "the file seen", RUN, new Seen.Memory(MOST, memory::remember), notes::add)
                .close();
        assertThat(text()).isEqualTo(HEADER + done(1, 40) + NEW_RUN);
        assertThat(notes).isEmpty();
    }

    /** What the disk is asked to do at each step of it, and refuses: the old one is as it was, open and locked. */
    @ParameterizedTest
    @ValueSource(strings = {"write", "sync", "rename", "moved", "replaced"})
    void whenAStepFailsNothingHasChanged(String step) throws IOException {
        Files.writeString(path, HEADER + done(1, 40));
        try (LockedFile old = locked()) {
            assertThatThrownBy(() -> new Replacement(old).write(HEADER, out -> {
                        out.write("half".getBytes(UTF_8));
                        fail(step, out);
                    }))
                    .isInstanceOf(IOException.class);
            boolean same = !step.equals("moved") && !step.equals("replaced");
            assertThat(old.hasItsName()).isEqualTo(same);
            Path there = same ? path : folder.resolve("elsewhere");
            assertThat(there).hasContent(HEADER + done(1, 40));
            assertThat(LockedFile.open(there)).isEmpty();
            old.append("x".getBytes(UTF_8));
            old.sync();
            assertThat(there).hasContent(HEADER + done(1, 40) + "x");
            assertThat(names()).doesNotContain(".seen.fbmsg-new");
        }
        if (step.equals("replaced")) {
            assertThat(text()).isEqualTo("somebody else's");
        }
    }

    private void fail(String step, OutputStream out) throws IOException {
        switch (step) {
            case "write" -> throw new IOException("No space left on device");
            case "sync" -> out.close(); // a file that is closed cannot be synced
            case "rename" -> Files.delete(folder.resolve(".seen.fbmsg-new"));
            case "moved" -> Files.move(path, folder.resolve("elsewhere"));
            default -> {
                Files.move(path, folder.resolve("elsewhere"));
                Files.writeString(path, "somebody else's");
            }
        }
    }

    @Test
    void aNameThatCannotBeSyncedIsTold() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        path = inner.resolve("seen");
        Files.writeString(path, HEADER);
        try (LockedFile old = locked()) {
            Replacement replacement = new Replacement(old);
            LockedFile written = replacement.write(HEADER, out -> {});
            Files.move(inner, folder.resolve("moved"));
            assertThatThrownBy(replacement::syncName).isInstanceOf(IOException.class);
            written.close();
        }
    }

    /** What {@code kill -9} leaves, taken at each moment at which something has changed. */
    @Test
    void atNoMomentThereIsNoFileThatIsWhole() throws IOException {
        Files.writeString(path, HEADER + entry("left", "leaving") + done(1, 40));
        List<Path> moments = new ArrayList<>();
        LockedFile old = locked();
        Compaction compaction = new Compaction(new Seen.Memory(MOST, new Memory()::remember));
        EntryLog.open(old, "the file seen", Seen.LISTEN, RUN, compaction);
        moments.add(moment(moments.size()));
        Replacement replacement = new Replacement(old);
        LockedFile written = replacement.write(HEADER, out -> {
            moments.add(moment(moments.size()));
            compaction.write(old, Seen.LISTEN, RUN, new FilterOutputStream(out) {
                @Override
                public void write(int b) throws IOException {
                    super.write(b);
                    flush();
                    if (b == '"') {
                        moments.add(moment(moments.size()));
                    }
                }
            });
        });
        moments.add(moment(moments.size()));
        replacement.syncName();
        old.close();
        written.close();
        moments.add(moment(moments.size()));

        assertThat(moments).hasSizeGreaterThan(50);
        for (Path moment : moments) {
            path = moment.resolve("seen");
            try (Seen seen = open()) {
                assertThat(memory.remembered)
                        .containsExactly("31", "32", "33", "34", "35", "36", "37", "38", "39", "40");
                assertThat(seen.known("left")).isEqualTo(Known.DOUBTFUL);
            }
            assertThat(moment.resolve(".seen.fbmsg-new")).doesNotExist();
            assertThat(Files.readAllLines(path)).hasSizeLessThan(16);
        }
        assertThat(notes).isEmpty();
    }

    private Path moment(int number) throws IOException {
        Path copy = Files.createDirectories(folder.resolve("moments/" + number));
        for (String name : List.of("seen", ".seen.fbmsg-new")) {
            if (Files.exists(folder.resolve(name))) {
                Files.copy(folder.resolve(name), copy.resolve(name));
            }
        }
        return copy;
    }
}
