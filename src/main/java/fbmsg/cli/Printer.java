package fbmsg.cli;

import fbmsg.Failure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The two streams, UTF-8 whatever the locale. Results go out in whole pieces and are checked: what could not be written is
 * an error. Talk is not: nobody can be told that standard error is broken.
 */
public final class Printer {
    private final OutputStream out;
    private final OutputStream err;

    Printer(OutputStream out, OutputStream err) {
        this.out = out;
        this.err = err;
    }

    /** One line of result. */
    public void line(String text) {
        bytes((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** A result as it is, in one write. */
    public void text(String text) {
        bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @throws Failure of a closed pipe, or of what else kept it from being written
     */
    public synchronized void bytes(byte[] bytes) {
        try {
            out.write(bytes);
            out.flush();
        } catch (IOException e) {
            String reason = String.valueOf(e.getMessage());
            if (reason.contains("Broken pipe") || reason.contains("Connection reset")) {
                throw Failure.closedPipe(e);
            }
            throw Failure.notWritten("standard output could not be written: " + reason, "check where it goes to", e);
        }
    }

    /** A line for people, on standard error. */
    public void talk(String text) {
        toErr(text + "\n");
    }

    /** What a command printed that we have started, as it is, on standard error. */
    public void talkBytes(byte[] bytes) {
        toErr(bytes);
    }

    /** A line on standard error, a terminal, over the one that stands there. */
    public void overwrite(String text) {
        toErr("\r" + text);
    }

    private void toErr(String text) {
        toErr(text.getBytes(StandardCharsets.UTF_8));
    }

    private void toErr(byte[] bytes) {
        synchronized (err) {
            try {
                err.write(bytes);
                err.flush();
            } catch (IOException e) {
                // there is nowhere left to say so
            }
        }
    }
}
