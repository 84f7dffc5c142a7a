package fbmsg.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fbmsg.Failure;
import fbmsg.OwnThread;
import fbmsg.http.Headers;
import fbmsg.http.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is in the folder afterwards. */
class RecorderTest {
    private static final Instant NOW = Instant.parse("2026-11-25T08:30:00.123456789Z");
    private static final String ID = "aaaaaaaa-bbbb-cccc-dddd-0123456789ab";

    @TempDir
    Path home;

    private static Request webhook(String id) {
        return post("/in", Headers.of("Content-Type", "application/json"), inbound(id));
    }

    private static String inbound(String id) {
        return "{\"channel\":\"messenger\",\"message_uuid\":\"" + id + "\",\"to\":\"107\",\"from\":\"234\","
                + "\"timestamp\":\"2025-02-03T12:14:25Z\",\"message_type\":\"text\",\"text\":\"Hi\"}";
    }

    private static Request post(String path, Headers headers, String body) {
        return new Request("POST", path, headers, body.getBytes(UTF_8));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void aWebhookIsAFileForItsOwnerOnly() throws IOException {
        Path folder = home.resolve("new/recordings");
        Path file = keep(Recorder.open(folder, false), webhook(ID), NOW);

        assertThat(file).isEqualTo(folder.resolve("2026-11-25T083000.123456Z-000001-inbound-" + ID + ".http"));
        assertThat(names(folder)).hasSize(1);
        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(mode(folder)).isEqualTo("rwx------");
        assertThat(mode(folder.getParent())).isEqualTo("rwx------");
        assertThat(Files.readString(file))
                .isEqualTo("POST /in HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: "
                        + inbound(ID).length() + "\r\n\r\n" + inbound(ID));
    }

    @Test
    void aFolderThatIsThereStaysAsItIs() throws IOException {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-x---"));
        Files.writeString(home.resolve("other"), "");
        Recorder.open(home, false);

        assertThat(mode(home)).isEqualTo("rwxr-x---");
        assertThat(names(home)).containsExactly("other");
    }

    private static Path keep(Recorder recorder, Request request, Instant now) {
        return recorder.keep(request, recorder.arrival(now));
    }

    @Test
    void namesSortByTimeAndThenByOrder() throws IOException {
        Recorder recorder = Recorder.open(home, false);
        List<String> inOrder = new ArrayList<>();
        for (String time : List.of("0999-12-31T23:59:59.9Z", "2026-01-02T03:04:05Z", "2026-01-02T03:04:05.000001Z")) {
            for (String id : List.of("z", "a", "m")) {
                inOrder.add(keep(recorder, webhook(id), Instant.parse(time))
                        .getFileName()
                        .toString());
            }
        }

        assertThat(names(home)).isEqualTo(inOrder);
    }

    /** Whichever is written first. */
    @Test
    void namesSortByArrivalAlthoughTheClockIsPutBack() throws IOException {
        Recorder recorder = Recorder.open(home, false);
        Recorder.Arrival first = recorder.arrival(NOW);
        Recorder.Arrival second = recorder.arrival(NOW.minusSeconds(3600));
        Recorder.Arrival third = recorder.arrival(NOW.plusNanos(1000));
        List<String> inOrder = new ArrayList<>();
        for (Recorder.Arrival arrival : List.of(third, second, first)) {
            inOrder.add(0, recorder.keep(webhook(ID), arrival).getFileName().toString());
        }

        assertThat(names(home)).isEqualTo(inOrder).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"channel":"messenger","message_uuid":"m","to":"2","from":"1","timestamp":"","status":"read"} | status-m
            {"channel":"messenger","message_uuid":"../../etc/a b.c:d*é😀","to":"2","from":"1","message_type":"text","text":""} | inbound-______etc_a_b_c_d___
            {"channel":"sms"}                                                                             | webhook
            not JSON                                                                                      | webhook
            """)
    void namesAreSafeWhateverTheBody(String body, String what) throws IOException {
        Path file = keep(Recorder.open(home, false), post("/", Headers.NONE, body), NOW);

        assertThat(file.getFileName()).hasToString("2026-11-25T083000.123456Z-000001-" + what + ".http");
        assertThat(file).exists();
    }

    @Test
    void longIdsMakeNoLongNames() {
        Path file = keep(Recorder.open(home, false), webhook("a".repeat(200)), NOW);

        assertThat(file.getFileName().toString()).hasSize(41 + 64 + 5).endsWith("-inbound-" + "a".repeat(64) + ".http");
    }

    /** As two processes would: neither knows what the other counts. */
    @Test
    void severalShareAFolderWithinOneInstant() throws Exception {
        int each = 50;
        CountDownLatch start = new CountDownLatch(1);
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Recorder recorder = Recorder.open(home, false);
            String text = "\"" + i + " ";
            all.add(CompletableFuture.runAsync(
                    () -> {
                        await(start);
                        for (int n = 0; n < each; n++) {
                            keep(recorder, post("/", Headers.NONE, text + n + "\""), NOW);
                        }
                    },
                    OwnThread::run));
        }
        start.countDown();
        CompletableFuture.allOf(all.toArray(new CompletableFuture<?>[0])).get();

        List<String> bodies = new ArrayList<>();
        for (String name : names(home)) {
            bodies.add(new String(
                    Recording.read(home.resolve(name), name).request().body(), UTF_8));
        }
        assertThat(bodies).hasSize(4 * each).doesNotHaveDuplicates();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatMayBeASecretIsNotKept() throws IOException {
        Headers headers = Headers.of("Authorization", "Bearer a.b.c")
                .with("Content-Type", "application/json")
                .with("cookie", "c")
                .with("X-Vonage-Webhook-Auth-Token", "d")
                .with("X-Goog-IAP-JWT-Assertion", "e")
                .with("Referer", "https://a.example/?token=f")
                .with("User-Agent", "Vonage");
        Request request = post("/in?token=s3cret&empty=&&czNjcmV0==&bare&x=a=b", headers, "{}");

        assertThat(keep(Recorder.open(home, false), request, NOW)).hasContent("""
                POST /in?token=REDACTED&REDACTED&&REDACTED&REDACTED&x=REDACTED HTTP/1.1\r
                Authorization: REDACTED\r
                Content-Type: application/json\r
                cookie: REDACTED\r
                X-Vonage-Webhook-Auth-Token: REDACTED\r
                X-Goog-IAP-JWT-Assertion: REDACTED\r
                Referer: REDACTED\r
                User-Agent: Vonage\r
                Content-Length: 2\r
                \r
                {}""");
        assertThat(keep(Recorder.open(home, true), request, NOW)).hasContent("""
                POST /in?token=s3cret&empty=&&czNjcmV0==&bare&x=a=b HTTP/1.1\r
                Authorization: Bearer a.b.c\r
                Content-Type: application/json\r
                cookie: c\r
                X-Vonage-Webhook-Auth-Token: d\r
                X-Goog-IAP-JWT-Assertion: e\r
                Referer: https://a.example/?token=f\r
                User-Agent: Vonage\r
                Content-Length: 2\r
                \r
                {}""");
    }

    @Test
    void aPathWithRedactedValuesSaysSo() throws IOException {
        Path file = keep(Recorder.open(home, false), post("/in?token=s3cret", Headers.NONE, "{}"), NOW);
        assertThat(Recording.read(file, "it").lacksQuery()).isTrue();
        Path other = keep(Recorder.open(home, false), post("/REDACTED?", Headers.NONE, "{}"), NOW);
        assertThat(Recording.read(other, "it").lacksQuery()).isFalse();
    }

    @Test
    void onAFullDiskNoHalfOfItIsLeft() throws IOException {
        Recorder recorder = Recorder.open(home, false, (file, bytes) -> {
            file.write(bytes, 0, 10);
            throw new IOException("No space left on device");
        });

        assertThatThrownBy(() -> keep(recorder, webhook(ID), NOW))
                .hasMessage("a webhook could not be recorded in " + home
                        + ": No space left on device; make room there, or name another folder")
                .isInstanceOfSatisfying(Failure.class, e -> assertThat(e.kind()).isEqualTo(Failure.Kind.NOT_WRITTEN));
        assertThat(names(home)).isEmpty();
    }

    @Test
    void isNotSeenBeforeItIsWhole() throws IOException {
        List<String> seen = new ArrayList<>();
        Recorder recorder = Recorder.open(home, false, (file, bytes) -> {
            seen.addAll(names(home));
            file.write(bytes);
        });
        keep(recorder, webhook(ID), NOW);

        assertThat(seen).containsExactly(".2026-11-25T083000.123456Z-000001-inbound-" + ID + ".http.new");
        assertThat(mode(home.resolve(names(home).get(0)))).isEqualTo("rw-------");
    }

    @Test
    void aFolderThatCannotBeWrittenToIsToldAtOnce() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "");
        for (Path folder : List.of(file, file.resolve("below"))) {
            assertThatThrownBy(() -> Recorder.open(folder, false))
                    .hasMessageStartingWith("nothing can be recorded in " + folder + ": ")
                    .hasMessageEndingWith("; name a folder that you may write to")
                    .isInstanceOfSatisfying(
                            Failure.class, e -> assertThat(e.kind()).isEqualTo(Failure.Kind.NOT_WRITTEN));
        }
    }

    @Test
    void aFolderThatGoesAwayIsToldThen() throws IOException {
        Path folder = home.resolve("recordings");
        Recorder recorder = Recorder.open(folder, false);
        Files.delete(folder);

        assertThatThrownBy(() -> keep(recorder, webhook(ID), NOW))
                .hasMessage("a webhook could not be recorded in " + folder
                        + ": there is no such folder; make it again, or name another");
    }

    @Test
    void whatAnotherRunLeftUnfinishedIsInNobodysWay() throws IOException {
        String left = ".2026-11-25T083000.123456Z-000001-inbound-" + ID + ".http.new";
        Files.writeString(home.resolve(left), "half");

        Path file = keep(Recorder.open(home, false), webhook(ID), NOW);

        assertThat(file.getFileName().toString()).startsWith("2026-11-25T083000.123456Z-000002-");
        assertThat(home.resolve(left)).hasContent("half");
    }

    @Test
    void aRunThatEndsLeavesNoHalfOfIt() throws IOException {
        Recorder recorder = Recorder.open(home, false);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> keep(recorder, webhook(ID), NOW)).hasMessageContaining(": interrupted; ");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(names(home)).isEmpty();
    }
}
