package fbmsg.emulator.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.emulator.Box;
import fbmsg.http.Request;
import fbmsg.json.JsonText;
import fbmsg.jwt.Verdict;
import fbmsg.jwt.WebhookSignature;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FacebookUserTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.08Z");

    @Test
    void writesV1() {
        Request request = user(Optional.empty()).writes("Hi \"you\" 😀", Version.V1, "/webhooks/inbound");
        assertThat(body(request)).isEqualTo("""
                {"channel":"messenger","message_uuid":"00000000-0000-4000-8000-000000000001",\
                "to":"107000000000001","from":"2345678901234567","timestamp":"2026-03-04T05:06:07Z",\
                "message_type":"text","text":"Hi \\"you\\" 😀"}""");
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/webhooks/inbound");
        assertThat(request.headers().mediaType()).contains("application/json");
    }

    @Test
    void writesV01() {
        Request request = user(Optional.empty()).writes("Hi", Version.V0_1, "/");
        assertThat(body(request)).isEqualTo("""
                {"message_uuid":"00000000-0000-4000-8000-000000000001",\
                "to":{"type":"messenger","id":"107000000000001"},\
                "from":{"type":"messenger","id":"2345678901234567"},\
                "timestamp":"2026-03-04T05:06:07.080Z",\
                "message":{"content":{"type":"text","text":"Hi"}}}""");
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void signsAsVonageDoes(Version version) {
        Request request = user(Optional.of("abcd1234")).writes("Hi", version, "/");
        Verdict verdict = verify(request, "short", Optional.of("abcd1234"));
        String claims = verdict.match(
                valid -> JsonText.compact(valid.claims()), invalid -> invalid.reason(), () -> "there is no token");
        assertThat(claims)
                .startsWith("{\"iss\":\"Vonage\",\"iat\":1772600767,\"jti\":\"00000000-0000-4000-8000-000000000002\","
                        + "\"api_key\":\"abcd1234\",\"application_id\":\"" + Box.APPLICATION
                        + "\",\"payload_hash\":\"");
    }

    @Test
    void leavesOutAnAccountThatIsNotKnown() {
        Verdict verdict = verify(user(Optional.empty()).writes("Hi", Version.V1, "/"), "short", Optional.of("any"));
        assertThat(verdict.<Boolean>match(
                        valid -> valid.claims().member("api_key").isEmpty(), invalid -> false, () -> false))
                .isTrue();
    }

    @Test
    void anotherSecretDoesNotVerify() {
        Request request = user(Optional.empty()).writes("Hi", Version.V1, "/");
        assertThat(verify(request, "other", Optional.empty()))
                .isEqualTo(new Verdict.Invalid("is not signed with the signature secret"));
    }

    private static Verdict verify(Request request, String secret, Optional<String> apiKey) {
        return new WebhookSignature(List.of(secret), Duration.ofMinutes(5), apiKey, Optional.of(Box.APPLICATION))
                .verify(request.headers().first("Authorization"), request.body(), NOW);
    }

    private static FacebookUser user(Optional<String> apiKey) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Supplier<String> ids = Box.countedIds();
        WebhookSigner signer = new WebhookSigner("short", Optional.of(Box.APPLICATION), apiKey, clock, ids);
        return new FacebookUser("2345678901234567", "107000000000001", signer, clock, ids);
    }

    private static String body(Request request) {
        return new String(request.body(), StandardCharsets.UTF_8);
    }
}
