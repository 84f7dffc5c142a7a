package fbmsg.webhook.media;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.message.MessageId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that any file system takes, one for each message. */
class FileNamesTest {
    private static final MessageId UUID = new MessageId("aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab");

    private static final List<String> HOSTILE = List.of(
            "..",
            "../../etc/cron.d/x",
            "/etc/passwd",
            "C:\\Windows\\x",
            "con",
            "NUL.txt",
            ".fbmsg-1.part",
            "-rf",
            "a b",
            "a'b\"c$(id)`",
            "\u202egpj.exe",
            "x".repeat(200),
            "\u00e9".repeat(200),
            "AAAAAAAA-BBBB-4CCC-8DDD-0123456789AB",
            "a",
            "A",
            "a.jpg");

    private static String name(String id) {
        try {
            return FileNames.of(new MessageId(id), Optional.empty(), MediaUrl.of("https://h.example/a"));
        } catch (NotFetched e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "image/jpeg, https://h.example/a.png, jpg",
        "video/mp4, https://h.example/a, mp4",
        "application/octet-stream, https://h.example/a.docx, docx",
        ", https://h.example/a.docx?x, docx"
    })
    void theTypeNamesTheEndingElseTheUrl(String type, String url, String ending) throws Exception {
        String name = FileNames.of(UUID, Optional.ofNullable(type), MediaUrl.of(url));

        assertThat(name).isEqualTo(UUID + "." + ending);
        assertThat(FileNames.possible(UUID, MediaUrl.of(url))).contains(name);
    }

    @Test
    void whereNothingTellsThereIsNone() {
        assertThat(name(UUID.value())).isEqualTo(UUID.value());
    }

    @Test
    void hostileIdsBecomeHarmlessNames() {
        assertThat(HOSTILE).allSatisfy(id -> assertThat(name(id)).matches("[0-9a-z-]{0,40}_[0-9a-f]{32}"));
    }

    /** On a file system that takes capitals for small letters, too. */
    @Test
    void noTwoIdsHaveOneName() {
        Set<String> names = new HashSet<>(Set.of(UUID.value()));
        for (String id : HOSTILE) {
            assertThat(names.add(name(id).toLowerCase(Locale.ROOT))).as(id).isTrue();
            assertThat(names.add(name(name(id)))).as("the name of " + id).isTrue();
        }
    }
}
