package fbmsg.cli.talk;

import fbmsg.cli.Session;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/** How far a long run is: one line on standard error that is written over, on a terminal only, after half a second. */
final class Progress {
    private static final long PATIENCE = Duration.ofMillis(500).toNanos();
    private static final long PERIOD = Duration.ofMillis(200).toNanos();

    private final Session session;
    private final LongSupplier bytesRead;
    private final Optional<Long> bytes;
    private final boolean shown;
    private final long begun;
    private long last;
    private int width;
    private long done;
    private long failed;

    /**
     * @param bytes of the whole input; empty where nobody knows
     */
    Progress(Session session, LongSupplier bytesRead, Optional<Long> bytes) {
        this.session = session;
        this.bytesRead = bytesRead;
        this.bytes = bytes;
        this.shown = session.showsProgress();
        this.begun = session.host().timer().nanos();
        this.last = begun + PATIENCE - PERIOD;
    }

    void done(long nowDone, long nowFailed) {
        done = nowDone;
        failed = nowFailed;
        glance();
    }

    void glance() {
        if (!shown) {
            return;
        }
        long now = session.host().timer().nanos();
        if (now - last < PERIOD) {
            return;
        }
        last = now;
        write(line(Math.max(1, now - begun)));
    }

    /** Makes room for another line. */
    void clear() {
        if (width > 0) {
            write("");
            session.printer().overwrite("");
        }
    }

    /** Spaces cover what stood there: not every terminal knows escape sequences. */
    private void write(String text) {
        session.printer().overwrite(text + " ".repeat(Math.max(0, width - text.length())));
        width = text.length();
    }

    private String line(long nanos) {
        double rate = done * 1e9 / nanos;
        String left = bytes.filter(all -> bytesRead.getAsLong() > 0 && rate > 0)
                .map(all -> ", " + left(nanos, all))
                .orElse("");
        return String.format(Locale.ROOT, "%d done, %d failed, %.0f/s%s", done, failed, rate, left);
    }

    private String left(long nanos, long all) {
        double share = Math.min(1.0, (double) bytesRead.getAsLong() / all);
        long seconds = (long) (nanos / share * (1 - share) / 1e9) + 1;
        return String.format(Locale.ROOT, "%d:%02d left", seconds / 60, seconds % 60);
    }
}
