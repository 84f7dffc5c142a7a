package fbmsg.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps what is written, and lets a test wait for it. */
public final class WatchedStream extends ByteArrayOutputStream {
    private static final long PATIENCE_MILLIS = 60_000;

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        super.write(bytes, offset, length);
        notifyAll();
    }

    /** Waits until something matches, and gives its first group. */
    public synchronized String await(String regex) throws InterruptedException {
        Pattern pattern = Pattern.compile(regex);
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (true) {
            Matcher matcher = pattern.matcher(toString(StandardCharsets.UTF_8));
            if (matcher.find()) {
                return matcher.group(1);
            }
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("nothing like " + regex + " was written, but: " + this);
            }
            wait(left);
        }
    }
}
