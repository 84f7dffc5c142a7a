package fbmsg.cli;

import fbmsg.api.Timer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes only when somebody waits, or a test says so; chance is always one half. */
public final class TestTime implements Timer {
    /** What was waited for, in order. */
    public final List<Duration> pauses = new CopyOnWriteArrayList<>();

    private final AtomicLong nanos = new AtomicLong();

    @Override
    public long nanos() {
        return nanos.get();
    }

    @Override
    public void pause(Duration duration) {
        pauses.add(duration);
        pass(duration);
    }

    public void pass(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }

    @Override
    public double chance() {
        return 0.5;
    }
}
