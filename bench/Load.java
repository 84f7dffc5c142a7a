import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Both far sides of a server of messages, on this machine alone: who posts them, and who is called back. Says its port, then
 * takes a command a line on standard input, answers each with a line of JSON, and ends with its input.
 *
 * <p>It speaks HTTP/1.1 on plain sockets, as little of it as the servers need, so that the two cores are theirs.
 */
public final class Load {
    private static final String BODY = "{\"channel\":\"messenger\",\"message_type\":\"text\",\"from\":\"%s\",\"to\":\"%s\","
            + "\"text\":\"Thanks! We are open from nine to five.\"}";
    private static final byte[] OK = ascii("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

    /** What came for each message: the first letters of its statuses. */
    private final Map<String, String> called = new ConcurrentHashMap<>();

    private final Queue<String> accepted = new ConcurrentLinkedQueue<>();
    private final AtomicInteger complete = new AtomicInteger();
    private final AtomicInteger unsigned = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicLong lastCalled = new AtomicLong();
    private volatile Semaphore room = new Semaphore(0);
    private volatile byte[] secret = {};
    private volatile String token = "";

    public static void main(String[] args) throws Exception {
        Load load = new Load();
        ServerSocket server = new ServerSocket(0, 64, InetAddress.getByName("127.0.0.1"));
        background(() -> {
            while (true) {
                Socket socket = server.accept();
                background(() -> load.receive(socket));
            }
        });
        System.out.println(server.getLocalPort());
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            System.out.println(load.answer(line.split(" ")));
        }
    }

    private String answer(String[] command) throws Exception {
        switch (command[0]) {
            case "forget" -> forget();
            case "sign" -> sign(command[1], Path.of(command[2]), Path.of(command[3]));
            case "unsign" -> token = "";
            case "first" -> awaitFirst(Integer.parseInt(command[1]), message(command[1], command[2], command[3]));
            case "post" -> {
                return post(
                        Integer.parseInt(command[1]),
                        message(command[1], command[2], command[3]),
                        Integer.parseInt(command[4]),
                        Integer.parseInt(command[5]),
                        Integer.parseInt(command[6]));
            }
            case "save" -> save(Path.of(command[1]));
            default -> throw new IllegalArgumentException(command[0]);
        }
        return "{}";
    }

    private void forget() {
        called.clear();
        accepted.clear();
        List.of(complete, unsigned, refused).forEach(count -> count.set(0));
        lastCalled.set(0);
    }

    /** From now on messages have one token of this application, and webhooks must be signed with this secret. */
    private void sign(String application, Path keyFile, Path secretFile) throws Exception {
        secret = Files.readString(secretFile).strip().getBytes(StandardCharsets.UTF_8);
        String pem = Files.readString(keyFile).replaceAll("-----[A-Z ]+-----|\\s", "");
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem))));
        long now = System.currentTimeMillis() / 1000;
        String input = base64("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + base64(("{\"application_id\":\"" + application + "\",\"iat\":" + now + ",\"exp\":" + (now + 3600)
                                + ",\"jti\":\"" + UUID.randomUUID() + "\"}")
                        .getBytes(StandardCharsets.UTF_8));
        signature.update(ascii(input));
        token = input + "." + base64(signature.sign());
    }

    private byte[] message(String port, String from, String to) {
        byte[] body = BODY.formatted(from, to).getBytes(StandardCharsets.UTF_8);
        String head = "POST /v1/messages HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nContent-Type: application/json\r\n"
                + (token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n") + "Content-Length: " + body.length
                + "\r\n\r\n";
        byte[] whole = new byte[head.length() + body.length];
        System.arraycopy(ascii(head), 0, whole, 0, head.length());
        System.arraycopy(body, 0, whole, head.length(), body.length);
        return whole;
    }

    /** Asks every other millisecond until it is accepted. */
    private void awaitFirst(int port, byte[] message) throws Exception {
        for (long end = System.nanoTime() + PATIENCE; System.nanoTime() < end; Thread.sleep(2)) {
            try (Socket socket = connect(port)) {
                socket.getOutputStream().write(message);
                if (take(new BufferedInputStream(socket.getInputStream()))) {
                    return;
                }
            } catch (IOException e) {
                // not yet
            }
        }
        throw new IllegalStateException("nothing was accepted on port " + port);
    }

    /**
     * So many messages over so many connections: on each the next one as soon as the last one has its answer.
     *
     * @param window messages that may be accepted and not yet called back; 0: nobody calls back
     */
    private String post(int port, byte[] message, int count, int connections, int window) throws Exception {
        boolean calls = window > 0;
        room = new Semaphore(window);
        AtomicInteger left = new AtomicInteger(count);
        int before = accepted.size();
        long began = System.nanoTime();
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            clients.add(background(() -> {
                try (Socket socket = connect(port)) {
                    InputStream in = new BufferedInputStream(socket.getInputStream());
                    OutputStream out = socket.getOutputStream();
                    while (left.getAndDecrement() > 0) {
                        if (calls && !room.tryAcquire(PATIENCE, TimeUnit.NANOSECONDS)) {
                            return; // nobody calls back any more
                        }
                        out.write(message);
                        if (!take(in) && calls) {
                            room.release();
                        }
                    }
                }
            }));
        }
        for (Thread client : clients) {
            client.join();
        }
        long answered = System.nanoTime();
        lastCalled.accumulateAndGet(answered, Math::max);
        while (calls && complete.get() < accepted.size() && System.nanoTime() - lastCalled.get() < PATIENCE) {
            Thread.sleep(1);
        }
        long ended = lastCalled.get();
        return "{\"accepted\":%d,\"refused\":%d,\"seconds\":%.4f,\"missing\":%d,\"unsigned\":%d}"
                .formatted(
                        accepted.size() - before,
                        refused.get(),
                        (ended - began) / 1e9,
                        calls ? accepted.stream().filter(id -> called.getOrDefault(id, "").length() < 3).count() : 0,
                        unsigned.get());
    }

    /** Each accepted message and what came for it: a line each. */
    private void save(Path file) throws IOException {
        Files.write(file, accepted.stream().map(id -> id + " " + called.getOrDefault(id, "")).toList());
    }

    /** Reads one answer: whether the message was accepted. */
    private boolean take(InputStream in) throws IOException {
        Incoming answer = Incoming.read(in).orElseThrow(EOFException::new);
        if (!answer.start().startsWith("HTTP/1.1 202 ")) {
            refused.incrementAndGet();
            return false;
        }
        accepted.add(answer.text("message_uuid"));
        return true;
    }

    /** One connection of whoever calls back. */
    private void receive(Socket socket) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        byte[] keyed = {};
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            for (Optional<Incoming> next = Incoming.read(in); next.isPresent(); next = Incoming.read(in)) {
                if (next.get().start().startsWith("POST /status ")) {
                    if (keyed != secret) {
                        keyed = secret;
                        mac.init(new SecretKeySpec(keyed, "HmacSHA256"));
                    }
                    count(next.get(), mac, sha256);
                }
                out.write(OK);
            }
        } catch (IOException e) {
            // it has ended
        }
    }

    private void count(Incoming webhook, Mac mac, MessageDigest sha256) {
        if (!isSigned(webhook, mac, sha256)) {
            unsigned.incrementAndGet();
        }
        String all = called.merge(
                webhook.text("message_uuid"), webhook.text("status").substring(0, 1), String::concat);
        if (all.length() == 3) {
            complete.incrementAndGet();
            lastCalled.set(System.nanoTime());
            room.release();
        }
    }

    /** The signature, and the body's hash that it covers. */
    private static boolean isSigned(Incoming webhook, Mac mac, MessageDigest sha256) {
        String[] parts = webhook.bearer().split("\\.");
        if (parts.length != 3 || !base64(mac.doFinal(ascii(parts[0] + "." + parts[1]))).equals(parts[2])) {
            return false;
        }
        StringBuilder hash = new StringBuilder();
        for (byte b : sha256.digest(webhook.body().getBytes(StandardCharsets.UTF_8))) {
            hash.append(Character.forDigit(b >> 4 & 15, 16)).append(Character.forDigit(b & 15, 16));
        }
        return new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .contains("\"payload_hash\":\"" + hash + "\"");
    }

    /** A request or an answer, with a body of declared length. */
    private record Incoming(String start, String bearer, String body) {
        static Optional<Incoming> read(InputStream in) throws IOException {
            String start = line(in);
            if (start == null) {
                return Optional.empty();
            }
            String bearer = "";
            int length = 0;
            for (String field = line(in); field != null && !field.isEmpty(); field = line(in)) {
                if (field.regionMatches(true, 0, "Content-Length: ", 0, 16)) {
                    length = Integer.parseInt(field.substring(16));
                } else if (field.regionMatches(true, 0, "Authorization: Bearer ", 0, 22)) {
                    bearer = field.substring(22);
                }
            }
            byte[] body = in.readNBytes(length);
            if (body.length < length) {
                throw new EOFException();
            }
            return Optional.of(new Incoming(start, bearer, new String(body, StandardCharsets.UTF_8)));
        }

        /** A member of the body that is a text without escapes. */
        String text(String name) {
            int begin = body.indexOf("\"" + name + "\":\"") + name.length() + 4;
            return body.substring(begin, body.indexOf('"', begin));
        }

        @SuppressWarnings("deprecation") // the only way without a charset
        private static String line(InputStream in) throws IOException {
            byte[] line = new byte[1024];
            int length = 0;
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    return null;
                }
                if (length == line.length) {
                    line = Arrays.copyOf(line, 2 * length);
                }
                line[length++] = (byte) next;
            }
            return new String(line, 0, 0, length > 0 && line[length - 1] == '\r' ? length - 1 : length);
        }
    }

    private static Socket connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port);
        socket.setTcpNoDelay(true);
        return socket;
    }

    private interface Task {
        void run() throws Exception;
    }

    private static Thread background(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (Exception e) {
                System.err.println("load: " + e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
