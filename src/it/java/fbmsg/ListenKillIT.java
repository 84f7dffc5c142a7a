package fbmsg;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import fbmsg.json.Json;
import fbmsg.json.MalformedJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the real listener with SIGKILL at random moments while users write and the emulator delivers again what was not
 * acknowledged, starts it again on the same port, and compares what each run handed on with what was written: nothing lost,
 * and by no run anything twice. {@code -Dfbmsg.kills=100} for more kills of each sink; the sums are written to {@code
 * target/kills-listen-*.txt}.
 */
class ListenKillIT {
    private static final int KILLS = Integer.getInteger("fbmsg.kills", 4);
    private static final int KILLS_EACH = 20;
    private static final int USERS = 40;
    private static final int MOST_EACH = 4000;

    @TempDir
    Path home;

    private final Random random = new Random();
    private final HttpClient client = HttpClient.newHttpClient();
    private Shell shell;
    private EmulatorProcess vonage;
    private int port;

    private int kills;
    private int messages;
    private int again;

    /** What a sink of a run has got, by the run. */
    private interface Got {
        List<String> ids(int run) throws IOException;
    }

    @BeforeEach
    void emulate() throws IOException {
        shell = Shell.sh(home);
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = free.getLocalPort();
        }
        // the day of redeliveries takes a minute and a half
        vonage = new EmulatorProcess(
                shell, "--env-file env --time-scale 0.001 --inbound-url http://127.0.0.1:" + port + "/in 2>vonage.err");
    }

    @AfterEach
    void end() throws InterruptedException {
        vonage.end();
    }

    @Test
    void standardOutput() throws Exception {
        rounds("stdout", "--seen seen > out-$RUN", run -> lines("out-" + run, line -> id(line)));
    }

    @Test
    void aCommand() throws Exception {
        rounds(
                "command",
                "--seen seen --jobs 4 -- sh -c 'echo \"$FBMSG_MESSAGE_UUID\" >> out-$RUN'",
                run -> lines("out-" + run, line -> line));
    }

    @Test
    void aRecording() throws Exception {
        rounds("recording", "--record kept-$RUN > /dev/null", run -> {
            Path folder = home.resolve("kept-" + run);
            if (!Files.exists(folder)) {
                return List.of();
            }
            try (Stream<Path> files = Files.list(folder)) {
                List<String> ids = new ArrayList<>();
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".http")).toList()) {
                    String all = Files.readString(file);
                    ids.add(id(all.substring(all.indexOf("\r\n\r\n") + 4)));
                }
                return ids;
            }
        });
    }

    @Test
    void aTarget() throws Exception {
        Map<String, Collection<String>> got = new ConcurrentHashMap<>();
        HttpServer target = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        target.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            boolean busy = random.nextInt(20) == 0; // sometimes it fails: that comes again
            if (!busy) {
                got.computeIfAbsent(exchange.getRequestURI().getPath(), path -> new ConcurrentLinkedQueue<>())
                        .add(id(body));
            }
            exchange.sendResponseHeaders(busy ? 500 : 200, -1);
            exchange.close();
        });
        target.setExecutor(Executors.newFixedThreadPool(4));
        target.start();
        try {
            String there = "http://127.0.0.1:" + target.getAddress().getPort();
            rounds(
                    "forward",
                    "--jobs 4 --forward-to " + there + "/$RUN",
                    run -> List.copyOf(got.getOrDefault("/" + run, List.of())));
        } finally {
            target.stop(0);
        }
    }

    private void rounds(String sink, String options, Got got) throws Exception {
        int run = 0;
        while (kills < KILLS) {
            int first = run;
            int last = Math.min(KILLS, kills + KILLS_EACH);
            Set<String> written = ConcurrentHashMap.newKeySet();
            AtomicBoolean writing = new AtomicBoolean(true);
            CompletableFuture<Void> users = CompletableFuture.runAsync(() -> write(written, writing), OwnThread::run);
            for (; kills < last; kills++) {
                Process listener = listen(run++, options);
                boolean ended = listener.waitFor(500 + random.nextInt(1200), TimeUnit.MILLISECONDS);
                assertThat(ended).as(err()).isFalse();
                listener.destroyForcibly(); // SIGKILL
                assertThat(listener.waitFor(60, TimeUnit.SECONDS)).isTrue();
            }
            writing.set(false);
            users.get(60, TimeUnit.SECONDS);
            Process listener = listen(run++, options);
            awaitAll(written, got, first, run);
            listener.destroy(); // SIGTERM
            assertThat(listener.waitFor(60, TimeUnit.SECONDS)).isTrue();
            check(written, got, first, run);
        }
        sum(sink);
    }

    private Process listen(int run, String options) {
        return shell.with("RUN", String.valueOf(run))
                .start(". ./env; exec fbmsg listen --port " + port + " --follow --verify require --quiet 2>> err "
                        + options);
    }

    /** Users write, until they are told to stop. */
    private void write(Set<String> written, AtomicBoolean writing) {
        try {
            for (int i = 0; writing.get() && i < MOST_EACH; i++) {
                HttpRequest order = HttpRequest.newBuilder(URI.create(
                                vonage.url() + "/emulator/users/" + (1000 + random.nextInt(USERS)) + "/messages"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"text\":\"Hi " + i + "\"}"))
                        .build();
                written.add(id(client.send(order, BodyHandlers.ofString()).body()));
                TimeUnit.MILLISECONDS.sleep(2); // else the listener has the whole machine's redeliveries to refuse
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitAll(Set<String> written, Got got, int first, int end) throws Exception {
        long patience = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (System.nanoTime() < patience) {
            Set<String> missing = new HashSet<>(written);
            for (int run = first; run < end; run++) {
                missing.removeAll(got.ids(run));
            }
            if (missing.isEmpty()) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private void check(Set<String> written, Got got, int first, int end) throws IOException {
        Map<String, Integer> times = new HashMap<>();
        for (int run = first; run < end; run++) {
            List<String> ids = got.ids(run);
            assertThat(ids).as("twice within run %s", run).doesNotHaveDuplicates();
            ids.forEach(id -> times.merge(id, 1, Integer::sum));
        }
        assertThat(times.keySet()).as("lost; " + err()).containsAll(written);
        messages += written.size();
        again += times.values().stream().mapToInt(n -> n - 1).sum();
    }

    private String err() throws IOException {
        return Files.exists(home.resolve("err")) ? Files.readString(home.resolve("err")) : "";
    }

    private interface Part {
        String of(String line) throws IOException;
    }

    /** Of the whole lines: one that was cut off by a kill was not acknowledged. */
    private List<String> lines(String name, Part part) throws IOException {
        Path file = home.resolve(name);
        if (!Files.exists(file)) {
            return List.of();
        }
        String all = Files.readString(file);
        List<String> ids = new ArrayList<>();
        for (String line : all.substring(0, all.lastIndexOf('\n') + 1).split("\n")) {
            if (!line.isEmpty()) {
                ids.add(part.of(line));
            }
        }
        return ids;
    }

    private static String id(String json) {
        try {
            return Json.parse(json).text("message_uuid").orElseThrow();
        } catch (MalformedJson e) {
            throw new UncheckedIOException(new IOException(json, e));
        }
    }

    private void sum(String sink) throws IOException {
        Files.writeString(
                Path.of("target", "kills-listen-" + sink + ".txt"),
                sink + ": " + kills + " kills, " + messages
                        + " messages, lost 0, twice within a run 0, again in a later run " + again + "\n");
    }
}
