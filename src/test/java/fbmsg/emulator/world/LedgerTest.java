package fbmsg.emulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.emulator.Box;
import fbmsg.emulator.rules.Message;
import fbmsg.emulator.rules.MessengerOptions;
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
        List<Ledger.Entry> before = ledger.entries();
        ledger.add(entry("m1"));
        assertThat(before).isEmpty();
    }

    @Test
    void losesNothingBetweenThreads() {
        Ledger ledger = new Ledger(Ledger.MOST);
        IntStream.range(0, 20_000).parallel().forEach(n -> ledger.add(entry("m" + n)));
        assertThat(ids(ledger)).hasSize(20_000).doesNotHaveDuplicates();
    }

    private static List<String> ids(Ledger ledger) {
        return ledger.entries().stream().map(Ledger.Entry::messageUuid).toList();
    }

    private static Ledger.Entry entry(String messageUuid) {
        MessengerOptions none = new MessengerOptions(Optional.empty(), Optional.empty());
        Message message = new Message("1", "2", MessageType.TEXT, "Hello", Optional.empty(), none);
        return new Ledger.Entry(messageUuid, Version.V1, message, Box.APPLICATION, Box.NOW);
    }
}
