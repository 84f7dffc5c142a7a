package fbmsg.cli;

import fbmsg.api.Timer;
import fbmsg.http.Connections;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Everything outside the program that it touches, so that a test can be all of it.
 *
 * @param env the environment's variables
 * @param ids makes UUIDs, as text
 * @param spareTime runs, beside everything else, what only makes later work faster; it may also leave it
 * @param endings what to do when the process is told to end from outside
 */
public record Host(
        InputStream in,
        OutputStream out,
        OutputStream err,
        Map<String, String> env,
        Path home,
        Path workingDirectory,
        Clock clock,
        Supplier<String> ids,
        Terminals terminals,
        Connections connections,
        Timer timer,
        Executor spareTime,
        Endings endings,
        Browser browser) {

    /** The same machine with other streams, none of them a terminal, and another environment. */
    public Host with(InputStream otherIn, OutputStream otherOut, OutputStream otherErr, Map<String, String> otherEnv) {
        return new Host(
                otherIn,
                otherOut,
                otherErr,
                otherEnv,
                home,
                workingDirectory,
                clock,
                ids,
                Terminals.NONE,
                connections,
                timer,
                spareTime,
                endings,
                browser);
    }

    /** Opens pages for a person. */
    @FunctionalInterface
    public interface Browser {
        /**
         * @return whether one could be started
         */
        boolean open(String url);
    }

    /** Ctrl-C and SIGTERM. */
    @FunctionalInterface
    public interface Endings {
        /**
         * Runs an action, once, if the process is told to end while the guarded work goes on.
         *
         * @return to be closed when the work has ended by itself
         */
        Guard onEnd(Runnable action);
    }

    /** A guard that stands until it is closed. */
    @FunctionalInterface
    public interface Guard extends AutoCloseable {
        @Override
        void close();
    }
}
