package fbmsg.cli.talk.listen.sink;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.OwnThread;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class UnreadTest {
    @Test
    void fewWaitForAReaderAndTheRestIsCounted() throws Exception {
        CountDownLatch waiting = new CountDownLatch(8);
        CountDownLatch read = new CountDownLatch(1);
        List<String> lines = new CopyOnWriteArrayList<>();
        Unread unread = new Unread(line -> {
            waiting.countDown();
            try {
                read.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            lines.add(line);
        });
        List<CompletableFuture<Void>> first = Stream.of("a", "b", "c", "d", "e", "f", "g", "h")
                .map(line -> CompletableFuture.runAsync(() -> unread.accept(line), OwnThread::run))
                .toList();
        assertThat(waiting.await(60, TimeUnit.SECONDS)).isTrue();

        unread.accept("i"); // returns, although nobody reads
        unread.accept("j");
        read.countDown();
        for (CompletableFuture<Void> one : first) {
            one.get(60, TimeUnit.SECONDS);
        }
        unread.accept("k");

        assertThat(lines)
                .hasSize(10)
                .contains("a", "h", "k")
                .endsWith("2 more lines were left out: standard error was not read");
    }
}
