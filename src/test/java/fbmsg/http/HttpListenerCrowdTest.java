package fbmsg.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.OwnThread;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many at once: each request is answered once, with its own answer, and each answer's departure is told once. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HttpListenerCrowdTest {
    private static final int CLIENTS = 48;
    private static final int REQUESTS = 400;

    private final Queue<Throwable> bugs = new ConcurrentLinkedQueue<>();

    @Test
    void nothingIsLostAndEachDepartureIsToldOnce() throws Exception {
        ConcurrentMap<String, AtomicInteger> departures = new ConcurrentHashMap<>();
        HttpListener listener = HttpListener.open(
                "127.0.0.1",
                0,
                ListenerLimits.USUAL,
                request -> Reply.text(200, request.path() + " " + new String(request.body(), US_ASCII))
                        .whenGone(left -> departures
                                .computeIfAbsent(left + " " + request.path(), path -> new AtomicInteger())
                                .incrementAndGet()),
                bugs::add);
        List<CompletableFuture<Void>> clients = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            int number = client;
            clients.add(CompletableFuture.runAsync(() -> askMuch(listener.port(), number), OwnThread::run));
        }
        CompletableFuture.allOf(clients.toArray(CompletableFuture[]::new)).get(240, TimeUnit.SECONDS);
        listener.close();

        assertThat(departures.keySet()).hasSize(CLIENTS * REQUESTS).allMatch(told -> told.startsWith("true "));
        assertThat(departures.values()).allMatch(times -> times.get() == 1);
        assertThat(bugs).isEmpty();
    }

    /** Some with each request on a connection of its own, some with one for all, some without waiting for answers. */
    private static void askMuch(int port, int client) {
        try {
            switch (client % 3) {
                case 0 -> {
                    for (int i = 0; i < REQUESTS; i++) {
                        try (RawClient one = new RawClient(port)) {
                            one.says(request(client, i, "Connection: close|"));
                            check(one.hears(), client, i);
                        }
                    }
                }
                case 1 -> {
                    try (RawClient one = new RawClient(port)) {
                        for (int i = 0; i < REQUESTS; i++) {
                            one.says(request(client, i, ""));
                            check(one.hears(answer(client, i).length()), client, i);
                        }
                    }
                }
                default -> {
                    try (RawClient one = new RawClient(port)) {
                        StringBuilder all = new StringBuilder();
                        for (int i = 0; i < REQUESTS; i++) {
                            all.append(request(client, i, ""));
                        }
                        one.says(all.toString());
                        for (int i = 0; i < REQUESTS; i++) {
                            check(one.hears(answer(client, i).length()), client, i);
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new AssertionError("client " + client, e);
        }
    }

    private static void check(String heard, int client, int number) {
        assertThat(heard.replace("|Connection: close", ""))
                .isEqualTo(answer(client, number).replace("\r\n", "|"));
    }

    private static String request(int client, int number, String field) {
        String body = body(client, number);
        return "POST /" + client + "/" + number + " HTTP/1.1|" + field + "Content-Length: " + body.length() + "||"
                + body;
    }

    private static String answer(int client, int number) {
        String body = "/" + client + "/" + number + " " + body(client, number) + "\n";
        return "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body;
    }

    private static String body(int client, int number) {
        return "b".repeat((client * 31 + number * 17) % 500);
    }
}
