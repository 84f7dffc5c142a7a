package fbmsg.cli;

import fbmsg.api.Timer;
import fbmsg.http.Connection;
import fbmsg.http.Connections;
import fbmsg.http.Destination;
import fbmsg.http.HttpSender;
import fbmsg.jwt.RandomBytes;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The host that is this machine. Its ports are classes and not lambdas: linking a lambda costs start-up time, on the way of
 * every command.
 */
public final class ThisMachine {
    private ThisMachine() {}

    /** Its standard output is not {@code System.out}, which swallows the error of a closed pipe. */
    public static Host host() {
        return host(new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err));
    }

    static Host host(OutputStream out, OutputStream err) {
        Map<String, String> env = System.getenv();
        return new Host(
                System.in,
                out,
                err,
                env,
                home(),
                Path.of(System.getProperty("user.dir")),
                Clock.systemUTC(),
                new RandomIds(),
                Terminals.of(System.getProperty("fbmsg.streams")),
                new Sockets(env),
                new PassingTime(),
                new SpareTime(),
                new ShutdownHooks(),
                new DesktopBrowser());
    }

    /** As shells understand {@code ~}: Java itself asks the user database and overlooks HOME. */
    private static Path home() {
        String home = System.getenv("HOME");
        return home != null && new File(home).isAbsolute() ? Path.of(home) : Path.of(System.getProperty("user.home"));
    }

    private static final class RandomIds implements Supplier<String> {
        @Override
        public String get() {
            ByteBuffer bytes = ByteBuffer.wrap(RandomBytes.of(16));
            long high = bytes.getLong() & ~0xf000L | 0x4000; // version 4
            long low = bytes.getLong() & ~(3L << 62) | 2L << 62; // variant of RFC 9562
            return new UUID(high, low).toString();
        }
    }

    /** By way of the proxy that the environment names. */
    private static final class Sockets implements Connections {
        private final Map<String, String> env;

        Sockets(Map<String, String> env) {
            this.env = env;
        }

        @Override
        public Connection open(Destination destination, Duration timeout, boolean offline) {
            return new HttpSender(destination, timeout, offline, env);
        }
    }

    private static final class PassingTime implements Timer {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void pause(Duration duration) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(duration.toNanos());
        }

        @Override
        public double chance() {
            return ThreadLocalRandom.current().nextDouble();
        }
    }

    /** What goes wrong there is no concern of the user's: whatever it is will go wrong again where it matters, and be told. */
    private static final class SpareTime implements Executor {
        @Override
        public void execute(Runnable task) {
            Thread thread = new Thread(task, "spare time");
            thread.setDaemon(true);
            thread.setUncaughtExceptionHandler((where, e) -> {});
            thread.start();
        }
    }

    /** The JVM runs its shutdown hooks on SIGINT and SIGTERM, then ends with 130 or 143. */
    private static final class ShutdownHooks implements Host.Endings {
        @Override
        public Host.Guard onEnd(Runnable action) {
            Thread hook = new Thread(action, "ending");
            Runtime.getRuntime().addShutdownHook(hook);
            return new Host.Guard() {
                @Override
                public void close() {
                    try {
                        Runtime.getRuntime().removeShutdownHook(hook);
                    } catch (IllegalStateException e) {
                        // the process is ending already, and the hook is running
                    }
                }
            };
        }
    }

    private static final class DesktopBrowser implements Host.Browser {
        @Override
        public boolean open(String url) {
            String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
            List<String> command = system.contains("win")
                    ? List.of("rundll32", "url.dll,FileProtocolHandler", url)
                    : List.of(system.contains("mac") ? "open" : "xdg-open", url);
            try {
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                return true;
            } catch (IOException e) {
                return false;
            }
        }
    }
}
