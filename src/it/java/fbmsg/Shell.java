package fbmsg;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Runs scripts that call the packaged program, in a shell of this machine and with nothing in the environment but what is
 * given. {@code fbmsg} is first on PATH, and runs on the Java that runs the test.
 */
record Shell(List<String> command, Map<String, String> env, Path home) {
    static final Path DIST = Path.of(System.getProperty("fbmsg.dist", "dist")).toAbsolutePath();
    static final Path PROJECT = DIST.getParent();
    static final Path NOTHING = Path.of("/dev/null");

    /**
     * @param command the shell and its options; the test is skipped where it is not installed
     * @param home HOME, and the folder that scripts run in
     */
    static Shell of(String command, Path home) {
        List<String> words = List.of(command.split(" "));
        assumeInstalled(words.get(0));
        Map<String, String> env = new LinkedHashMap<>();
        env.put("PATH", DIST.resolve("bin") + File.pathSeparator + System.getenv("PATH"));
        env.put("HOME", home.toString());
        env.put("JAVA_HOME", System.getProperty("java.home"));
        env.put("DIST", DIST.toString());
        env.put("FBMSG_NO_ARCHIVES", "1"); // they would be made in the background, in a home that is about to go
        return new Shell(words, env, home);
    }

    static Shell sh(Path home) {
        return of("sh", home);
    }

    static void assumeInstalled(String program) {
        boolean installed = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        assumeTrue(installed, program + " is not installed");
    }

    /** The same with one variable set otherwise; null unsets it. */
    Shell with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(env);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new Shell(command, changed, home);
    }

    /** The same with an application: tokens can be signed. */
    Shell withApplication() {
        return with("FBMSG_APPLICATION_ID", "aaaaaaaa-bbbb-cccc-dddd-0123456789ab")
                .with("FBMSG_PRIVATE_KEY_PATH", TestKey.in(home).toString());
    }

    /** Runs a script to its end; its standard input is empty. */
    Launched run(String script) {
        Process process = start(script);
        CompletableFuture<byte[]> out =
                CompletableFuture.supplyAsync(() -> all(process.getInputStream()), OwnThread::run);
        CompletableFuture<byte[]> err =
                CompletableFuture.supplyAsync(() -> all(process.getErrorStream()), OwnThread::run);
        try {
            assertTrue(process.waitFor(120, TimeUnit.SECONDS), "still running after two minutes: " + script);
            return new Launched(process.exitValue(), out.join(), new String(err.join(), UTF_8));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            process.destroyForcibly();
        }
    }

    Process start(String script) {
        List<String> words = new ArrayList<>(command);
        words.add("-c");
        words.add(script);
        ProcessBuilder builder = new ProcessBuilder(words).directory(home.toFile());
        builder.redirectInput(NOTHING.toFile());
        builder.environment().clear();
        builder.environment().putAll(env);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] all(InputStream in) {
        try {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
