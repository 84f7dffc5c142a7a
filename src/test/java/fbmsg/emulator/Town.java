package fbmsg.emulator;

import fbmsg.emulator.webhook.Courier;
import fbmsg.emulator.webhook.Version;
import fbmsg.emulator.webhook.WebhookSigner;
import fbmsg.emulator.world.Account;
import fbmsg.emulator.world.Application;
import fbmsg.emulator.world.Ids;
import fbmsg.emulator.world.Pace;
import fbmsg.emulator.world.World;
import fbmsg.http.Exchange;
import fbmsg.http.Headers;
import fbmsg.http.NotSent;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.http.Unanswered;
import fbmsg.json.Document;
import fbmsg.json.Json;
import fbmsg.json.MalformedJson;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** An emulator with users, in memory: what waits is done at once, in its order, and its times are noted. */
public final class Town {
    public static final String PAGE = "107";
    public static final String USER = "23";
    public static final String KEY = "abcd1234";
    public static final String SECRET = "an API secret";

    public final List<Request> webhooks = new CopyOnWriteArrayList<>();
    public final List<Duration> waits = new CopyOnWriteArrayList<>();
    public final World world;
    public final Emulator emulator;

    /** Answers webhooks, and what else is asked for. */
    public Exchange listener = request -> Reply.of(200);

    /** What is to wait longer is not done. */
    public Duration patience = Duration.ofDays(2);

    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private int running;

    public Town() {
        this(Version.V1, Optional.empty());
    }

    Town(Version version, Optional<Pace> pace) {
        this(version, pace, Box.CLOCK);
    }

    Town(Version version, Optional<Pace> pace, Clock clock) {
        Courier courier = new Courier(
                (destination, timeout, offline) -> request -> {
                    webhooks.add(request);
                    return listener.exchange(request);
                },
                this::later,
                task -> later(Duration.ZERO, task),
                1);
        WebhookSigner signer =
                new WebhookSigner("secret", Optional.of(Box.APPLICATION), Optional.of(KEY), clock, Box.countedIds());
        Account.Callbacks callbacks = new Account.Callbacks(
                Optional.of("http://127.0.0.1:3000/in"), Optional.of("http://127.0.0.1:3000/status"), version);
        this.world = new World(
                new Account(KEY, SECRET, callbacks),
                List.of(Application.of(Box.APPLICATION, Box.KEYS.publicKey(), callbacks)),
                List.of(PAGE),
                courier,
                signer,
                clock,
                Ids.from(Box.countedIds()),
                pace);
        this.emulator = new Emulator(world, Neighbourhood.HERE, PAGE);
    }

    private void later(Duration from, Runnable task) {
        synchronized (tasks) {
            waits.add(from);
            if (from.compareTo(patience) <= 0) {
                tasks.add(task);
            }
        }
    }

    /** As the threads of a real one would, but one after the other, and when the request has been answered. */
    void runTasks() {
        for (Runnable task = next(); task != null; task = next()) {
            try {
                task.run();
            } finally {
                synchronized (tasks) {
                    running--;
                }
            }
        }
    }

    private Runnable next() {
        synchronized (tasks) {
            Runnable task = tasks.poll();
            running += task == null ? 0 : 1;
            return task;
        }
    }

    /** Nothing is under way, and nothing will come. */
    boolean isIdle() {
        synchronized (tasks) {
            return tasks.isEmpty() && running == 0;
        }
    }

    /** Has a request answered, and then all come of it that will. */
    public Reply exchange(Request request) throws Unanswered {
        try {
            return emulator.exchange(request);
        } finally {
            runTasks();
        }
    }

    public static Headers basic() {
        String pair = KEY + ":" + SECRET;
        return Headers.of(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    public Reply ask(String method, String path, Headers headers, String json) throws NotSent, Unanswered {
        Headers all = json.isEmpty() ? headers : headers.with("Content-Type", "application/json");
        return exchange(new Request(method, path, all, json.getBytes(StandardCharsets.UTF_8)));
    }

    public Reply control(String method, String path, String json) throws NotSent, Unanswered {
        return ask(method, "/emulator/" + path, Headers.NONE, json);
    }

    public void write() throws NotSent, Unanswered {
        control("POST", "users/" + USER + "/messages", "{\"text\":\"Hi\"}");
    }

    /** A text to a user, with more members, each after a comma. */
    public Reply send(String psid, String more) throws NotSent, Unanswered {
        return ask("POST", "/v1/messages", Box.authorized(), text(psid, more));
    }

    static String text(String psid, String more) {
        return "{\"channel\":\"messenger\",\"message_type\":\"text\",\"from\":\"" + PAGE + "\",\"to\":\"" + psid
                + "\",\"text\":\"a\"" + more + "}";
    }

    public List<Document> inbound() {
        return posted("/in");
    }

    public List<Document> statuses() {
        return posted("/status");
    }

    /** The bodies that were posted to a path. */
    public List<Document> posted(String path) {
        return webhooks.stream()
                .filter(request -> request.path().equals(path))
                .map(request -> parse(request.body()))
                .toList();
    }

    static Document parse(byte[] json) {
        try {
            return Json.parse(json);
        } catch (MalformedJson e) {
            throw new AssertionError(e);
        }
    }

    /** What statuses say, and the code of the error: {@code rejected 1340}. */
    public List<String> told() {
        return statuses().stream()
                .map(status -> status.text("status").orElseThrow()
                        + status.text("error.title").map(code -> " " + code).orElse(""))
                .toList();
    }
}
