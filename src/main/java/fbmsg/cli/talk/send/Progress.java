package fbmsg.cli.talk.send;

import fbmsg.cli.Session;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** How far a long run is: one line on standard error that is written over, on a terminal only, after half a second. */
final class Progress {
    private static final long PATIENCE = Duration.ofMillis(500).toNanos();
    private static final long PERIOD = Duration.ofMillis(200).toNanos();

    private final Session session;
    private final LongSupplier all;
    private final boolean shown;
    private final long begun;
    private long last;
    private int width;
    private long done;
    private long failed;

    /**
     * @param all about how much there is to do; 0 where nobody knows
     */
    Progress(Session session, LongSupplier all) {
        this.session = session;
        this.all = all;
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
        long open = all.getAsLong() - done;
        String left = open > 0 && rate > 0 ? ", " + left((long) (open / rate)) : "";
        return String.format(Locale.ROOT, "%d done, %d failed, %.0f/s%s", done, failed, rate, left);
    }

    private static String left(long seconds) {
        return String.format(Locale.ROOT, "%d:%02d left", seconds / 60, seconds % 60);
    }
}
