package fbmsg.sending;

import fbmsg.api.ApiVersion;
import fbmsg.api.Backoff;
import fbmsg.api.MessagesApi;
import fbmsg.cli.TestTime;
import fbmsg.http.Exchange;
import fbmsg.json.Document;
import fbmsg.json.wire.BatchLine;
import fbmsg.message.PageId;
import fbmsg.message.Terms;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs batches in memory, and keeps what became of their lines. */
final class Runner implements Batch.Receiver {
    final TestTime time = new TestTime();
    final List<LineResult> results = new ArrayList<>();
    Duration interval = Duration.ZERO;
    boolean stopOnError;
    boolean resendDoubtful;
    int concurrency = 8;
    String page = "107";

    Batch.End run(String input, Optional<JournalFile> file, Exchange farSide) {
        return run(new Lines(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8))), file, farSide);
    }

    Batch.End run(Lines lines, Optional<JournalFile> file, Exchange farSide) {
        results.clear();
        try (Closing journal = new Closing(file.map(this::journal))) {
            return batch(lines, journal.journal(), farSide)
                    .run(line -> BatchLine.decode(line, Optional.of(new PageId(page)), Terms.USUAL), this);
        }
    }

    private Batch batch(Lines lines, Optional<Journal> journal, Exchange farSide) {
        MessagesApi api = new MessagesApi(farSide, () -> "token", ApiVersion.V1, "test");
        Batch.Plan plan = new Batch.Plan(concurrency, interval, Duration.ofSeconds(30), stopOnError, resendDoubtful);
        Backoff backoff = new Backoff(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), time);
        return new Batch(plan, lines, journal, api, backoff, (attempt, outcome, pause) -> {});
    }

    Journal journal(JournalFile file) {
        Document.Builder bound =
                Document.object().with("v", 1).with("kind", "batch").with("from", page);
        return Journal.open(
                file,
                "the journal j",
                bound,
                Document.object().with("run", "process 1").build());
    }

    private record Closing(Optional<Journal> journal) implements AutoCloseable {
        @Override
        public void close() {
            journal.ifPresent(Journal::close);
        }
    }

    @Override
    public void result(LineResult result) {
        results.add(result);
    }

    @Override
    public void idle() {}

    @Override
    public boolean isFailure(LineResult result) {
        return !words(result).startsWith("accepted") && !words(result).startsWith("before");
    }

    /** Each line's number and what became of it. */
    List<String> told() {
        return results.stream()
                .map(result -> result.line() + " " + words(result))
                .toList();
    }

    static String words(LineResult result) {
        return result.match(new LineResult.Cases<>() {
            @Override
            public String sent(LineResult.Sent sent) {
                String name = sent.outcome().getClass().getSimpleName().toLowerCase();
                return sent.outcome() instanceof fbmsg.api.Outcome.Accepted a ? name + " " + a.id() : name;
            }

            @Override
            public String before(LineResult.Before before) {
                return "before " + before.id();
            }

            @Override
            public String doubtful(LineResult.Doubtful doubtful) {
                return "doubtful";
            }

            @Override
            public String malformed(LineResult.Malformed malformed) {
                return "malformed";
            }

            @Override
            public String unsent(LineResult.Unsent unsent) {
                return "unsent";
            }
        });
    }
}
