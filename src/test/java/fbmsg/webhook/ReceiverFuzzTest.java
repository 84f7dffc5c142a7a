package fbmsg.webhook;

import fbmsg.fuzz.FuzzTest;
import fbmsg.http.Headers;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.json.Document;
import fbmsg.json.JsonText;
import fbmsg.jwt.WebhookSignature;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;

/**
 * Whatever request comes: it is answered with a status that is promised, and the sink gets nothing that is not signed for its
 * body with the secret.
 */
class ReceiverFuzzTest extends FuzzTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final String SECRET = "a secret";

    /** Stands for a signature that is right for the body, whatever that has become. */
    private static final String SIGN = "@sign";

    private static final Set<Integer> STATUSES = Set.of(200, 400, 401, 404, 405, 415, 503);

    private final Lanes lanes = new Lanes(1);
    private final Receiver receiver = new Receiver(
            new Doorkeeper(
                    Optional.of("/in"),
                    Optional.of(new WebhookSignature(
                            List.of(SECRET), Duration.ofHours(25), Optional.empty(), Optional.of("app"))),
                    Clock.fixed(NOW, ZoneOffset.UTC)),
            new ListenDesk(
                    new Filter(Filter.Kind.ANY, Optional.empty(), Optional.empty(), Optional.empty()),
                    new Handover(
                            Preparation.NONE,
                            this::take,
                            Quota.endless(),
                            Duration.ofMinutes(1),
                            lanes,
                            false,
                            new Duplicates()),
                    this::note,
                    this::note),
            this::note);

    private volatile Received taken;

    @AfterEach
    void stop() {
        lanes.close();
    }

    @Override
    public List<byte[]> seeds() {
        String v1 =
                "{\"channel\":\"messenger\",\"message_uuid\":\"aaaa\",\"to\":\"107\",\"from\":\"234\",\"timestamp\":"
                        + "\"2025-02-03T12:14:25Z\",\"message_type\":\"text\",\"text\":\"Hi\"}";
        String v01 =
                "{\"message_uuid\":\"bbbb\",\"from\":{\"type\":\"messenger\",\"id\":\"107\"},\"to\":{\"type\":\"messenger\","
                        + "\"id\":\"234\"},\"timestamp\":\"2020-01-01T14:00:00.000Z\",\"status\":\"rejected\","
                        + "\"error\":{\"code\":1300,\"reason\":\"no\"}}";
        return Stream.of(
                        post(SIGN, v1),
                        post(SIGN, v01),
                        post(SIGN, "{\"channel\":\"sms\"}"),
                        post(authorization(v1.getBytes(StandardCharsets.UTF_8)), v1),
                        "GET /in HTTP/1.1\n\n" + v1,
                        post("", v1))
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private static String post(String authorization, String body) {
        return "POST /in?a=b HTTP/1.1\nContent-Type: application/json; charset=utf-8\nAuthorization: " + authorization
                + "\n\n" + body;
    }

    @Override
    protected List<String> words() {
        return List.of(
                SIGN,
                "Authorization: " + SIGN + "\n",
                "Authorization: Bearer\n",
                "Bearer ",
                "bearer ",
                "Content-Type:",
                "text/plain",
                "+json",
                "/in",
                "?",
                "\n",
                "\n\n",
                "PUT",
                "\"status\":\"read\",",
                "\"message_uuid\":\"c\",",
                "null",
                "{}",
                "[",
                "\"",
                "\\u0000",
                "1",
                ".",
                " ",
                "é");
    }

    @Override
    protected int inputs() {
        return 5_000;
    }

    @Override
    protected List<String> outcomes() {
        return List.of("200", "400", "401", "404", "405", "415", "503", "taken");
    }

    @Override
    public void check(byte[] input) throws Exception {
        Request request = request(input);
        taken = null;

        Reply reply = receiver.exchange(request);
        reply.departure().done(true);

        met(String.valueOf(reply.status()));
        holds(STATUSES.contains(reply.status()), "a status that is promised");
        for (Headers.Field field : reply.headers().fields()) {
            holds(field.value().chars().noneMatch(c -> c < 0x20), "a field on one line");
        }
        if (taken != null) {
            met("taken");
            same(reply.status(), 200, "the answer to what was taken");
            holds(taken.request() == request && taken.signature().equals("valid"), "what was taken is what came");
            holds(isSigned(request), "what was taken is signed");
            holds(
                    request.method().equals("POST")
                            && request.path().split("[?]", 2)[0].equals("/in"),
                    "to this path");
        }
    }

    /** Not a parser of HTTP: a line of method and path, lines of fields, an empty one, a body. */
    private static Request request(byte[] input) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\n\n");
        byte[] body = Arrays.copyOfRange(input, end < 0 ? input.length : end + 2, input.length);
        String[] lines = text.substring(0, Math.max(end, 0)).split("\n");
        String[] first = lines[0].split(" ", 3);
        Headers headers = Headers.NONE;
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            String value = lines[i].substring(colon + 1).strip();
            headers = headers.with(
                    lines[i].substring(0, Math.max(colon, 0)), value.equals(SIGN) ? authorization(body) : value);
        }
        return new Request(first[0], first.length > 1 ? first[1] : "", headers, body);
    }

    private static String authorization(byte[] body) {
        Document claims = Document.object()
                .with("iat", NOW.getEpochSecond())
                .with("application_id", "app")
                .build();
        return WebhookSignature.sign(SECRET, claims, body);
    }

    /** As somebody would check it who knows no more than RFC 7515 and Vonage's documentation. */
    private static boolean isSigned(Request request) throws GeneralSecurityException {
        String[] token = request.headers().first("authorization").orElse("").split("[ .]+");
        byte[] signed = (token[1] + "." + token[2]).getBytes(StandardCharsets.US_ASCII);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String claims = new String(Base64.getUrlDecoder().decode(token[2]), StandardCharsets.UTF_8);
        return Arrays.equals(mac.doFinal(signed), Base64.getUrlDecoder().decode(token[3]))
                && (claims.contains(sha256(request.body()))
                        || claims.contains(sha256(JsonText.minify(request.body()))));
    }

    private static String sha256(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private Sink.Taken take(Received received) {
        received.line();
        received.id();
        received.named();
        taken = received;
        return Sink.Taken.DONE;
    }

    private void note(String line) {
        holds(!line.isBlank(), "a note says something");
    }
}
