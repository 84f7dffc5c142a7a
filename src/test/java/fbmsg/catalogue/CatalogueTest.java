package fbmsg.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {
    private static final Path EMULATOR = Path.of("src/main/java/fbmsg/emulator");

    private static Stream<Entry> entries() {
        return Stream.of(ApiErrors.all(), DeliveryErrors.all(), Tags.all()).flatMap(List::stream);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("entries")
    void anEntryIsWholeAndInSentences(Entry entry) {
        assertThat(entry.code()).matches("[A-Za-z0-9_-]+");
        assertThat(List.of(entry.meaning(), entry.next())).allSatisfy(text -> {
            assertThat(text).matches("[A-Z].{10,}[.)]").doesNotContain("  ", " .", "..");
            assertThat(text.length()).as("short: " + text).isLessThanOrEqualTo(260);
        });
        assertThat(entry.source()).as("names a version or page, and its date").matches(".+, 20\\d\\d-\\d\\d.*");
        assertThat(entry.meaning() + entry.next() + entry.source())
                .as("ASCII, for any terminal; no address that may move")
                .matches("\\p{ASCII}+")
                .doesNotContain("www.", "https://d", "github");
    }

    @Test
    void noCodeIsTwiceInAList() {
        assertThat(ApiErrors.all()).extracting(ApiError::code).doesNotHaveDuplicates();
        assertThat(DeliveryErrors.all()).extracting(DeliveryError::code).doesNotHaveDuplicates();
        assertThat(Tags.all()).extracting(Tag::code).doesNotHaveDuplicates();
    }

    @Test
    void listsAreInOrder() {
        assertThat(ApiErrors.all()).extracting(ApiError::status).isSorted();
        assertThat(DeliveryErrors.all().stream().filter(DeliveryError::messenger))
                .extracting(DeliveryError::code)
                .isSorted();
        assertThat(DeliveryErrors.all().stream().filter(error -> !error.messenger()))
                .extracting(DeliveryError::code)
                .isSorted();
    }

    /** A kind is told by its status too: whoever looks that up is led to the kinds. */
    @Test
    void everyKindHasItsStatus() {
        assertThat(ApiErrors.all()).allSatisfy(error -> {
            assertThat(ApiErrors.find(Integer.toString(error.status())))
                    .as(error.code())
                    .anyMatch(status -> !status.isKind() && status.status() == error.status());
            assertThat(error.isKind()).isEqualTo(ApiErrors.kinds(error.status()).contains(error));
        });
    }

    /** The table of the description 1.20.0, and 1110 of an older page. */
    @Test
    void theWholeTableOfDeliveryErrorsIsThere() {
        String table = "1000 1010 1020 1021 1022 1030 1040 1050 1060 1070 1080 1090 1100 1110 1120 1130 1140 1150 1160"
                + " 1170 1180 1190 1200 1210 1220 1230 1240 1241 1242 1250 1251 1260 1270 1280 1282 1290 1300 1310"
                + " 1320 1330 1331 1340 1350 1360 1370 1380 1381 1382 1400 1410 1420 1430 1431 1440 1450 1451 1460"
                + " 1461 1470 1472 1473 1474 1475 1476 1480 1481 1482 1483 1484 1490 2001 2002 2003";

        assertThat(DeliveryErrors.all()).extracting(DeliveryError::code).containsExactlyInAnyOrder(table.split(" "));
    }

    @Test
    void theEmulatorsDeliveryErrorsAreExplainedUnderTheSameTitle() {
        for (fbmsg.emulator.webhook.DeliveryError known : fbmsg.emulator.webhook.DeliveryError.KNOWN) {
            assertThat(DeliveryErrors.find(Integer.toString(known.code())))
                    .singleElement()
                    .satisfies(error -> {
                        assertThat(error.title()).isEqualTo(known.reason());
                        assertThat(error.messenger()).isTrue();
                    });
        }
    }

    /** Read from its sources: a refusal that is added to it later is asked for too. */
    @Test
    void theEmulatorsRefusalsAreExplained() throws IOException {
        Set<String> statuses = new TreeSet<>();
        Set<String> types = new TreeSet<>();
        try (Stream<Path> files = Files.walk(EMULATOR)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                collect("(?:Problem|\\bof|\\bown|\\bReply\\.of|invalidJson)\\(\\s*([45]\\d\\d)\\b", source, statuses);
                collect("\"[^\"\\s]*#([A-Za-z0-9-]+)\"", source, types);
                collect("(?m)^    [A-Z_]+\\(\\s*\"(\\d+)\", \"", source, types);
                collect("\\bof\\(\"([a-z]+-validation)\"", source, types);
            }
        }

        assertThat(statuses)
                .contains("400", "401", "402", "404", "406", "409", "413", "415", "422", "429", "500", "503");
        assertThat(types).contains("unathorized", "low-balance", "110", "1060", "InvalidParams", "payload-validation");
        assertThat(statuses)
                .allSatisfy(status -> assertThat(ApiErrors.find(status))
                        .anyMatch(error -> !error.isKind() && error.status() == Integer.parseInt(status)));
        assertThat(types)
                .allSatisfy(type -> assertThat(ApiErrors.find("https://a.example/errors#" + type))
                        .isNotEmpty());
    }

    private static void collect(String pattern, String source, Set<String> found) {
        Matcher matcher = Pattern.compile(pattern).matcher(source);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "422, 422",
        "#low-balance, 402",
        "Low balance, 402",
        "https://developer.vonage.com/api-errors/#unathorized, unathorized",
        "https://developer.vonage.com/api-errors#unauthorized, 401 unathorized",
        "https://www.nexmo.com/messages/Errors#Conflict, 409",
        "https://developer.vonage.com/api-errors/messages#1340, 1340",
        "You did not provide correct credentials., unathorized",
        "You did not provide correct credentials, unathorized",
        "' 1340 ', 1340",
        "OUTSIDE OF THE ALLOWED WINDOW, 1340",
        "human_agent, HUMAN_AGENT",
        "1000, 429 500 1000",
        "1150, 1150 1150",
        "Invalid recipient, 110 1170 1430",
        "Fraud Defender Traffic Rule, 1470 1474 1475"
    })
    void itIsFoundByAnyOfItsNames(String asked, String codes) {
        assertThat(Catalogue.find(asked)).extracting(Entry::code).containsExactly(codes.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "#", "999", "13", "0", "1340 1341", "https://developer.vonage.com/api-errors", "\u0661"
            })
    void whatIsNotKnownIsNotFound(String asked) {
        assertThat(Catalogue.find(asked)).isEmpty();
    }

    @Test
    void everyCodeFindsItself() {
        assertThat(Catalogue.codes())
                .doesNotHaveDuplicates()
                .allSatisfy(code -> assertThat(Catalogue.find(code))
                        .anyMatch(entry -> entry.code().equals(code)));
    }

    @ParameterizedTest
    @CsvSource({
        "1341, 1340 1331 1381",
        "1430O, 1430",
        "423, 422 429 403",
        "lowbalanc, low-balance",
        "unathorised, unathorized 401",
        "window, 1340",
        "ACOUNT_UPDATE, ACCOUNT_UPDATE",
        "9999999, ''",
        "13, ''",
        "xyzzy, ''"
    })
    void whatWasPerhapsMeantIsNamed(String asked, String codes) {
        assertThat(String.join(" ", Catalogue.nearest(asked))).isEqualTo(codes);
    }

    @Test
    void whatIsFarTooLongIsLikeNothing() {
        assertThat(Catalogue.nearest("x".repeat(100_000))).isEmpty();
    }
}
