package fbmsg.webhook.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One run of a command: its input written, its output read, its end awaited, or brought about. */
final class Child {
    /** What of its output is kept: far more than any message may be. */
    private static final int LARGEST_OUTPUT = 1 << 20;

    /**
     * How long after its end its output may be held open by what it has left running. All that it wrote itself is in the pipe
     * by then.
     */
    private static final long LAST_OUTPUT_MILLIS = 2000;

    private final Group group;
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    private Child(Group group) {
        this.group = group;
    }

    /**
     * How a run ended.
     *
     * @param exit empty: it took too long and was ended
     * @param output what it printed, unless that went elsewhere
     */
    record Ended(Optional<Integer> exit, byte[] output) {}

    /**
     * @param input what it gets on standard input; whether it reads it is its own affair
     * @param elsewhere gets its output instead of the result
     * @throws IOException if it could not be started
     * @throws InterruptedException after it was ended because this thread is to end
     */
    static Ended run(
            Program program,
            Surroundings surroundings,
            byte[] input,
            Optional<Consumer<byte[]>> elsewhere,
            Duration most)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder()
                .directory(program.workingDirectory().toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        surroundings.applyTo(builder.environment());
        Child child = new Child(Group.start(program, builder));
        try {
            return child.await(input, elsewhere, most);
        } catch (InterruptedException e) {
            child.group.end();
            throw e;
        }
    }

    private Ended await(byte[] input, Optional<Consumer<byte[]>> elsewhere, Duration most) throws InterruptedException {
        Process process = group.process();
        daemon(() -> feed(process.getOutputStream(), input));
        Thread reader = daemon(() -> read(process.getInputStream(), elsewhere));
        boolean ended = process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS);
        if (!ended) {
            group.end();
        }
        reader.join(LAST_OUTPUT_MILLIS);
        synchronized (output) {
            return new Ended(ended ? Optional.of(process.exitValue()) : Optional.empty(), output.toByteArray());
        }
    }

    private static void feed(OutputStream to, byte[] input) {
        try (to) {
            to.write(input);
        } catch (IOException e) {
            // it does not read it
        }
    }

    private void read(InputStream from, Optional<Consumer<byte[]>> elsewhere) {
        byte[] buffer = new byte[8192];
        try (from) {
            for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
                byte[] chunk = Arrays.copyOf(buffer, n);
                if (elsewhere.isPresent()) {
                    elsewhere.get().accept(chunk);
                } else {
                    keep(chunk);
                }
            }
        } catch (IOException e) {
            // closed under us: it has ended
        }
    }

    private void keep(byte[] chunk) {
        synchronized (output) {
            if (output.size() <= LARGEST_OUTPUT) {
                output.writeBytes(chunk);
            }
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "child");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
