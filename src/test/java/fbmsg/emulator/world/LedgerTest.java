package fbmsg.emulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.emulator.Box;
import fbmsg.emulator.rules.Message;
import fbmsg.emulator.webhook.MessageType;
import fbmsg.emulator.webhook.Version;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LedgerTest {
    @Test
    void whenItIsFullTheOldestGoes() {
        Ledger ledger = new Ledger(3);
        IntStream.rangeClosed(1, 5).forEach(n -> ledger.add(entry("m" + n)));
        assertThat(ids(ledger)).containsExactly("m3", "m4", "m5");
    }

    @Test
    void entriesAreASnapshot() {
        Ledger ledger = new Ledger(3);
        List<Entry> before = ledger.entries();
        ledger.add(entry("m1"));
        assertThat(before).isEmpty();
    }

    @Test
    void losesNothingBetweenThreads() {
        Ledger ledger = new Ledger(Ledger.MOST);
        IntStream.range(0, 20_000).parallel().forEach(n -> ledger.add(entry("m" + n)));
        assertThat(ids(ledger)).hasSize(20_000).doesNotHaveDuplicates();
    }

    /** A request may be a megabyte, and most of it one URL. */
    @Test
    void fewHeavyOnesFillItToo() {
        Ledger ledger = new Ledger(Ledger.MOST);
        String url = "https://example.com/" + "a".repeat(1 << 20);
        IntStream.rangeClosed(1, 100).forEach(n -> ledger.add(entry("m" + n, url)));
        assertThat(ids(ledger)).hasSizeBetween(50, 64).last().isEqualTo("m100");
    }

    private static List<String> ids(Ledger ledger) {
        return ledger.entries().stream().map(Entry::messageUuid).toList();
    }

    private static Entry entry(String messageUuid) {
        return entry(messageUuid, "Hello");
    }

    private static Entry entry(String messageUuid, String content) {
        return new Entry(
                Entry.Direction.OUTBOUND,
                messageUuid,
                Version.V1,
                Message.plain("1", "2", MessageType.FILE, content),
                Optional.of(Box.APPLICATION),
                Box.NOW,
                Optional.empty());
    }
}
