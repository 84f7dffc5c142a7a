package fbmsg.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import fbmsg.OwnThread;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** 64 MiB are enough, whoever comes: idle connections and slow heads by the thousand, and large bodies all at once. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SmallHeapTest {
    private static final String SLOW_HEAD = "POST / HTTP/1.1|A: " + "x".repeat(16_000);
    private static final String LARGE = "POST / HTTP/1.1|Content-Length: 1048576||" + "y".repeat(1 << 20);
    private static final String GOOD = "POST / HTTP/1.1|Content-Length: 400||" + "z".repeat(400);
    private static final String ANSWER = "HTTP/1.1 200";

    private final List<RawClient> clients = new ArrayList<>();
    private Process process;
    private int port;

    private void open(String shell) throws IOException {
        process = new ProcessBuilder(
                        "sh",
                        "-c",
                        shell + "exec \"$@\"",
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        Path.of("target/classes")
                                + System.getProperty("path.separator")
                                + Path.of("target/test-classes"),
                        "fbmsg.http.SmallListener")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        port = Integer.parseInt(
                new BufferedReader(new InputStreamReader(process.getInputStream(), US_ASCII)).readLine());
    }

    @AfterEach
    void close() throws IOException {
        for (RawClient client : clients) {
            client.close();
        }
        process.destroyForcibly();
    }

    @Test
    void are() throws Exception {
        open("");
        int idle = connect(Math.min(10_000, mostFiles() - 1_500));
        for (int i = 0; i < 500; i++) {
            clients.add(new RawClient(port).says(SLOW_HEAD));
        }

        Map<String, Long> large = together(64, LARGE);
        for (int i = 0; i < 200; i++) {
            assertThat(ask(GOOD)).isEqualTo(ANSWER);
        }

        assertThat(large.keySet()).isSubsetOf(ANSWER, "HTTP/1.1 503");
        assertThat(large.get(ANSWER)).as("large bodies").isPositive();
        for (RawClient client : clients.subList(0, idle)) {
            assertThat(client.says(GOOD).hears(12)).isEqualTo(ANSWER);
        }
        process.getOutputStream().close();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    /** A shell's limit may be low, and whoever connects and says nothing may not use it up. */
    @Test
    void soAreFewFiles() throws Exception {
        open("ulimit -n 200; ");
        connect(700);

        for (int i = 0; i < 20; i++) {
            assertThat(ask(GOOD)).isEqualTo(ANSWER);
        }
        process.getOutputStream().close();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    private int connect(int count) throws IOException {
        assertThat(count).as("connections that this system allows").isGreaterThan(500);
        for (int i = 0; i < count; i++) {
            clients.add(new RawClient(port));
        }
        return count;
    }

    private Map<String, Long> together(int count, String request) throws Exception {
        List<CompletableFuture<String>> asking = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            asking.add(CompletableFuture.supplyAsync(() -> ask(request), OwnThread::run));
        }
        List<String> heard = new ArrayList<>();
        for (CompletableFuture<String> one : asking) {
            heard.add(one.get(120, TimeUnit.SECONDS));
        }
        return heard.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private String ask(String request) {
        try (RawClient client = new RawClient(port)) {
            return client.says(request).hears(12);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Of this process and of those that it starts. */
    private static int mostFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? (int) Math.min(1 << 20, unix.getMaxFileDescriptorCount())
                : 2_500;
    }
}
