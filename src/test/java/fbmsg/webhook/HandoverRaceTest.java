package fbmsg.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.http.Headers;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.message.Content;
import fbmsg.message.InboundMessage;
import fbmsg.message.MessageId;
import fbmsg.message.PageId;
import fbmsg.message.Psid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Copies of messages at once, the last slot of a count, sinks that fail or take too long: whoever wins, nothing is doubled. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HandoverRaceTest {
    private static final int SENDERS = 8;

    private final Map<String, AtomicInteger> done = new ConcurrentHashMap<>();
    private final Set<String> inSink = ConcurrentHashMap.newKeySet();
    private final AtomicInteger together = new AtomicInteger();

    /** Sometimes it refuses, sometimes it takes longer than the time for an answer. */
    private Sink.Taken moody(Received received) {
        String id = received.id();
        if (!inSink.add(id)) {
            together.incrementAndGet();
        }
        try {
            int mood = new Random().nextInt(10);
            if (mood < 3) {
                return Sink.Taken.LATER;
            }
            if (mood < 5) {
                TimeUnit.MILLISECONDS.sleep(3); // longer than the time for an answer
            }
            done.computeIfAbsent(id, key -> new AtomicInteger()).incrementAndGet();
            return Sink.Taken.DONE;
        } catch (InterruptedException e) {
            return Sink.Taken.LATER;
        } finally {
            inSink.remove(id);
        }
    }

    private static Received message(int number) {
        InboundMessage message = new InboundMessage(
                new MessageId("m" + number),
                new Psid("u" + number % 5),
                new PageId("107"),
                "2025-02-03T12:14:25Z",
                new Content.Text("Hi"));
        return new Received(message, Request.postJson("/", Headers.NONE, "{}"), "valid", Optional.empty());
    }

    private static boolean acknowledged(Handover handover, Received received) {
        Reply reply = handover.handOver(received);
        reply.departure().done(true);
        assertThat(reply.status()).isIn(200, 503);
        return reply.status() == 200;
    }

    /** All send the same messages again and again until they are acknowledged. */
    private void senders(Handover handover, int messages, int patience) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(SENDERS);
        List<Future<?>> all = new ArrayList<>();
        for (int sender = 0; sender < SENDERS; sender++) {
            int from = sender * 7;
            all.add(threads.submit(() -> {
                for (int i = 0; i < messages; i++) {
                    Received received = message((from + i) % messages);
                    for (int attempt = 0; attempt < patience && !acknowledged(handover, received); attempt++) {
                        Thread.onSpinWait();
                    }
                }
                return null;
            }));
        }
        for (Future<?> one : all) {
            one.get();
        }
        threads.shutdownNow();
    }

    @Test
    void eachMessageIsDoneOnceHoweverManyCopiesComeAtOnce() throws Exception {
        try (Lanes lanes = new Lanes(4)) {
            Handover handover = new Handover(
                    Preparation.NONE,
                    this::moody,
                    Quota.endless(),
                    Duration.ofMillis(1),
                    lanes,
                    true,
                    new Duplicates());

            senders(handover, 300, Integer.MAX_VALUE);
        }
        assertThat(together).as("one message in the sink twice at once").hasValue(0);
        assertThat(done)
                .hasSize(300)
                .allSatisfy((id, times) -> assertThat(times).hasValue(1));
    }

    @Test
    void theLastSlotOfACountIsTakenOnce() throws Exception {
        Quota quota = new Quota(40);
        try (Lanes lanes = new Lanes(4)) {
            Handover handover = new Handover(
                    Preparation.NONE, this::moody, quota, Duration.ofMillis(1), lanes, true, new Duplicates());

            senders(handover, 200, 200);
            CountDownLatch idle = new CountDownLatch(1);
            lanes.execute("last", idle::countDown);
            assertThat(idle.await(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(done.values()).allSatisfy(times -> assertThat(times).hasValue(1));
        assertThat(done).hasSize(40);
        assertThat(quota.take()).as("no slot is left").isFalse();
    }

    /** Its sender was told 503 long before: the message must not count as done, and its redelivery is taken. */
    @Test
    void aSinkThatFailsAfterTheTimeLimitHasTakenNothing() throws Exception {
        Quota quota = new Quota(1);
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch refused = new CountDownLatch(1);
        AtomicInteger attempts = new AtomicInteger();
        Sink sink = received -> {
            if (attempts.incrementAndGet() > 1) {
                return Sink.Taken.DONE;
            }
            try {
                release.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return Sink.Taken.LATER;
        };
        try (Lanes lanes = new Lanes(1)) {
            Handover handover =
                    new Handover(Preparation.NONE, sink, quota, Duration.ofMillis(1), lanes, false, new Duplicates());

            assertThat(acknowledged(handover, message(1))).as("too slow").isFalse();
            assertThat(acknowledged(handover, message(1))).as("in hand").isFalse();
            assertThat(acknowledged(handover, message(2))).as("no slot is left").isFalse();
            lanes.execute("", refused::countDown); // behind it in the only lane
            release.countDown();
            refused.await();

            boolean taken = false;
            while (!taken) { // the second attempt may be too slow, too
                taken = acknowledged(handover, message(1));
            }
        }
        assertThat(attempts).hasValue(2);
        assertThat(quota.await(Optional.of(Duration.ofMinutes(1)))).isTrue();
    }
}
