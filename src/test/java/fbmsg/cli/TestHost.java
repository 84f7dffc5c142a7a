package fbmsg.cli;

import fbmsg.OwnThread;
import fbmsg.http.Connections;
import fbmsg.http.Exchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.Assertions;

/** A machine of a test's own: given time, ids, environment, streams and far sides. */
public final class TestHost {
    /** The time on this machine, unless told otherwise. */
    public static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    public final Map<String, String> env = new HashMap<>();
    public final List<Runnable> endings = new CopyOnWriteArrayList<>();
    public final WatchedStream out = new WatchedStream();
    public final WatchedStream err = new WatchedStream();

    private final Path folder;
    private final AtomicInteger ids = new AtomicInteger();
    private InputStream in = InputStream.nullInputStream();
    private OutputStream outTo = out;
    private Terminals terminals = Terminals.NONE;
    private Host.Browser browser = url -> {
        throw new AssertionError("no browser may be opened: " + url);
    };
    private Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private Executor spareTime = task -> {};

    /** Passes when something waits. */
    public final TestTime time = new TestTime();

    private Connections connections = (destination, timeout, offline) -> {
        throw new AssertionError("nothing may be connected to: " + destination);
    };

    private TestHost(Path folder) {
        this.folder = folder;
    }

    /**
     * @param folder home and working directory
     */
    public static TestHost in(Path folder) {
        return new TestHost(folder);
    }

    /** What a run of the program gave. */
    public record Run(int exit, String out, String err) {
        /** All three at once, so that a failure shows all three. */
        public void is(int exitCode, String stdout, String stderr) {
            Assertions.assertThat(this).isEqualTo(new Run(exitCode, stdout, stderr));
        }

        @Override
        public String toString() {
            return "exit " + exit + "\n--- out\n" + out + "--- err\n" + err;
        }
    }

    public TestHost env(String name, String value) {
        env.put(name, value);
        return this;
    }

    /** What comes through a pipe on standard input. */
    public TestHost stdin(String text) {
        return stdin(text.getBytes(StandardCharsets.UTF_8));
    }

    public TestHost stdin(byte[] bytes) {
        in = new ByteArrayInputStream(bytes);
        terminals = new Terminals(false, terminals.out(), terminals.err(), true);
        return this;
    }

    public TestHost stdin(InputStream stream) {
        in = stream;
        return this;
    }

    public TestHost terminals(Terminals these) {
        terminals = these;
        return this;
    }

    /**
     * @param marks as the launcher gives them: 0, 1, 2 for streams that are terminals, p for a pipe on standard input
     */
    public TestHost terminals(String marks) {
        return terminals(Terminals.of(marks));
    }

    /** Where what only saves time later is done; by default it is left. */
    public TestHost spareTime(Executor executor) {
        spareTime = executor;
        return this;
    }

    public TestHost browser(Host.Browser other) {
        browser = other;
        return this;
    }

    public TestHost stdout(OutputStream stream) {
        outTo = stream;
        return this;
    }

    public TestHost clock(Clock other) {
        clock = other;
        return this;
    }

    /** The far side, whatever the address. */
    public TestHost farSide(Exchange exchange) {
        connections = (destination, timeout, offline) -> exchange::exchange;
        return this;
    }

    public TestHost connections(Connections those) {
        connections = those;
        return this;
    }

    /** A file of the working directory, made now. */
    public Path file(String name, String text) {
        try {
            Path path = folder.resolve(name);
            Files.createDirectories(path.getParent());
            return Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Host host() {
        return new Host(
                in,
                outTo,
                err,
                env,
                folder,
                folder,
                clock,
                () -> String.format("00000000-0000-4000-8000-%012d", ids.incrementAndGet()),
                terminals,
                connections,
                time,
                spareTime,
                action -> {
                    endings.add(action);
                    return () -> endings.remove(action);
                },
                browser);
    }

    /** Runs the whole program beside the test. */
    public CompletableFuture<Run> start(String... args) {
        return CompletableFuture.supplyAsync(() -> run(args), OwnThread::run);
    }

    /** Runs the whole program; may be called again. */
    public Run run(String... args) {
        out.reset();
        err.reset();
        int exit = Fbmsg.run(host(), args);
        return new Run(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
