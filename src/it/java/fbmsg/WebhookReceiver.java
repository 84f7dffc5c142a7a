package fbmsg;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fbmsg.json.Json;
import fbmsg.json.MalformedJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Somebody's web server, on a port that is free: answers 200 to webhooks that are signed as Vonage signs, 401 to others. */
final class WebhookReceiver {
    static final String INBOUND = "/webhooks/inbound";
    static final String STATUS = "/webhooks/status";

    private final HttpServer server;
    private final Supplier<byte[]> secret;
    private final BlockingQueue<Received> inbound = new LinkedBlockingQueue<>();

    /** What came, and the header that signs it. */
    record Received(byte[] body, String authorization) {
        String text(String path) throws MalformedJson {
            return Json.parse(body).text(path).orElseThrow();
        }
    }

    /**
     * @param secret that webhooks are signed with: asked for when one comes
     */
    WebhookReceiver(Supplier<byte[]> secret) throws IOException {
        this.secret = secret;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** The next message of a user that comes; waits for it. */
    Received nextInbound() throws InterruptedException {
        Received next = inbound.poll(60, TimeUnit.SECONDS);
        assertThat(next).as("a webhook within a minute").isNotNull();
        return next;
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Received received = new Received(body, exchange.getRequestHeaders().getFirst("Authorization"));
        boolean good = isSigned(received);
        // before the answer: who has that may look here
        if (good && exchange.getRequestURI().getPath().equals(INBOUND)) {
            inbound.add(received);
        }
        exchange.sendResponseHeaders(good ? 200 : 401, -1);
        exchange.close();
    }

    private boolean isSigned(Received received) {
        try {
            String token = received.authorization().replaceFirst("^Bearer ", "");
            int end = token.lastIndexOf('.');
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.get(), "HmacSHA256"));
            byte[] signature = mac.doFinal(token.substring(0, end).getBytes(US_ASCII));
            byte[] claims = Base64.getUrlDecoder().decode(token.substring(token.indexOf('.') + 1, end));
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(received.body()));
            return MessageDigest.isEqual(signature, Base64.getUrlDecoder().decode(token.substring(end + 1)))
                    && Json.parse(claims).text("payload_hash").orElseThrow().equals(hash);
        } catch (GeneralSecurityException | MalformedJson | RuntimeException e) {
            return false;
        }
    }

    void end() {
        server.stop(0);
    }
}
