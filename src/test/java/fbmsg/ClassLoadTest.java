package fbmsg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing heavy is loaded before it is needed: start-up time is the user's. Asks a real JVM what it loaded. */
class ClassLoadTest {
    private static final String[] ALL_HEAVY = {
        "tools.jackson.", "com.fasterxml.", "com.nimbusds.", "java.net.http.", "fbmsg.http.server."
    };
    private static final String[] NO_TREE_NO_HTTP = {
        "tools.jackson.databind.", "com.fasterxml.", "java.net.http.", "fbmsg.http.server."
    };
    private static final String KEY = TestFiles.path("keys/pkcs8.pem").toString();

    @TempDir
    private Path home;

    /** One line a command: its exit code, what it must not load, and its arguments. */
    static Stream<Arguments> commands() {
        return Stream.of(
                command(0, ALL_HEAVY, "--help"),
                command(0, ALL_HEAVY, "--version"),
                command(0, ALL_HEAVY, "jwt", "--help"),
                command(0, ALL_HEAVY, "send", "--help"),
                command(0, ALL_HEAVY, "reply", "--help"),
                command(0, ALL_HEAVY, "listen", "--help"),
                command(0, ALL_HEAVY, "emulate", "--help"),
                command(0, ALL_HEAVY, "trigger", "--help"),
                command(0, ALL_HEAVY, "replay", "--help"),
                command(66, ALL_HEAVY, "replay", "http://127.0.0.1:3000", "missing.http"),
                command(0, ALL_HEAVY, "link"),
                command(0, ALL_HEAVY, "explain", "1340"),
                command(0, ALL_HEAVY, "explain", "--all", "--json"),
                command(2, ALL_HEAVY),
                command(2, ALL_HEAVY, "link", "--nope"),
                command(2, ALL_HEAVY, "send"),
                command(2, ALL_HEAVY, "reply"),
                command(0, ALL_HEAVY, "config", "path"),
                command(0, NO_TREE_NO_HTTP, "jwt", "--application-id", "a", "--key", KEY));
    }

    private static Arguments command(int exit, String[] without, String... args) {
        return Arguments.of(List.of(args), exit, without);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void loadsNothingHeavy(List<String> args, int exit, String[] without) throws Exception {
        Path log = home.resolve("classes.log");
        int actual = run(args, log);

        String loaded;
        try (Stream<String> lines = Files.lines(log)) {
            loaded = lines.filter(line -> Arrays.stream(without).anyMatch(line::contains))
                    .collect(Collectors.joining("\n"));
        }
        assertThat(Files.readString(log).contains("fbmsg.cli.Fbmsg source: file:"))
                .as("the log is what it is taken for")
                .isTrue();
        assertThat(loaded).as("heavy classes that %s loads", args).isEmpty();
        assertThat(actual).as("exit code of %s", args).isEqualTo(exit);
    }

    private int run(List<String> args, Path log) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xlog:class+load:stdout",
                "-cp",
                classPath(),
                "fbmsg.cli.Main"));
        command.addAll(args);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.matches("(FBMSG|VONAGE|NEXMO|XDG|JAVA|JDK|_JAVA)_.*"));
        builder.environment().put("XDG_CONFIG_HOME", home.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running: " + Files.readString(log, StandardCharsets.UTF_8));
        }
        return process.exitValue();
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
