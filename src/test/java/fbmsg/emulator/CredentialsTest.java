package fbmsg.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import fbmsg.http.Headers;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.json.Document;
import fbmsg.json.JsonText;
import fbmsg.jwt.WebhookSignature;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who is let in, and what those are told who are not. */
class CredentialsTest {
    private static final long NOW = Box.NOW.getEpochSecond();
    private static final long DAY = 24 * 60 * 60;

    static Stream<Arguments> refused() {
        String unsigned = base64("{\"alg\":\"none\"}") + "." + base64(JsonText.compact(claims())) + ".";
        String hs256 = WebhookSignature.sign("secret", claims(), new byte[0]);
        return Stream.of(
                arguments("Digest YTpi", "the token is not a bearer token"),
                arguments("Basic YTpi", "the API key and secret are not those of this account"),
                arguments("Basic Og==", "the API key and secret are not those of this account"),
                arguments("Basic !", "the API key and secret are not those of this account"),
                arguments("Bearer ", "the token is empty"),
                arguments("Bearer abc", "the token is not three parts with dots between"),
                arguments("Bearer a.b.c", "the token has a header part that is not base64url"),
                arguments("Bearer " + base64("{") + ".e30.", "the token has a header part that is not JSON"),
                arguments("Bearer " + unsigned, "the token is signed with none, not RS256"),
                arguments(hs256, "the token is signed with HS256, not RS256"),
                arguments(signed(Box.claims().with("application_id", 7)), "the token has no application_id"),
                arguments(
                        signed(Box.claims().with("application_id", "another")),
                        "the token is of application another, which is not known here"),
                arguments("Bearer " + Box.token(claims(), Box.OTHER_KEYS), "the token is not signed by this key"),
                arguments(signed(Box.claims().with("exp", NOW)), "the token expired at 2026-03-04T05:06:07Z"),
                arguments(
                        signed(Box.claims().with("iat", NOW + 61)),
                        "the token was issued in the future, at 2026-03-04T05:07:08Z"),
                arguments(
                        signed(Box.claims().with("nbf", NOW + 1)),
                        "the token is not valid before 2026-03-04T05:06:08Z"),
                arguments(
                        signed(Box.claims().with("exp", NOW + DAY + 1)),
                        "the token lives longer than 24 h, until 2026-03-05T05:06:08Z"),
                arguments(signed(Box.claims().with("jti", Document.NULL)), "the token has no jti"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refused(String authorization, String reason) throws Exception {
        for (String path : new String[] {"/v1/messages", "/v0.1/messages"}) {
            check(post(path, Headers.of("Authorization", authorization)), reason);
        }
    }

    @Test
    void absent() throws Exception {
        check(post("/v1/messages", Headers.NONE), "there is no Authorization header");
    }

    static Stream<String> accepted() {
        return Stream.of(
                signed(Box.claims()),
                signed(Box.claims()).replace("Bearer ", "bearer "),
                signed(Box.claims().with("iat", NOW + 60)),
                signed(Box.claims().with("exp", NOW + DAY)),
                signed(Document.object()
                        .with("application_id", Box.APPLICATION)
                        .with("iat", NOW - 15 * 60 + 1)
                        .with("jti", "x")));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void accepted(String authorization) throws Exception {
        Reply reply = post("/v1/messages", Headers.of("Authorization", authorization));
        assertThat(reply.status()).as(reply.text()).isEqualTo(202);
    }

    @Test
    void aTokenWithoutExpLivesFifteenMinutes() throws Exception {
        String old = signed(Document.object()
                .with("application_id", Box.APPLICATION)
                .with("iat", NOW - 15 * 60)
                .with("jti", "x"));
        check(post("/v1/messages", Headers.of("Authorization", old)), "the token expired at 2026-03-04T05:06:07Z");
    }

    /** Credentials come first: strangers do not learn the rules. */
    @Test
    void comesBeforeTheBody() throws Exception {
        Request request = new Request("POST", "/v1/messages", Headers.NONE, new byte[0]);
        check(new Box().emulator.exchange(request), "there is no Authorization header");
    }

    @Test
    void keyAndSecretAreEnoughToSend() throws Exception {
        Town town = new Town();
        town.write();
        Reply reply = town.ask("POST", "/v1/messages", Town.basic(), Town.text(Town.USER, ""));
        assertThat(reply.status()).as(reply.text()).isEqualTo(202);
        assertThat(town.told()).as("to the account's own URL").contains("read");
        assertThat(town.emulator.sent().get(0).applicationId()).isEmpty();
    }

    @Test
    void anApplicationWithoutMessagesIsNotProvisioned() throws Exception {
        Town town = new Town();
        town.ask("PUT", "/v2/applications/" + Box.APPLICATION, Town.basic(), "{\"name\":\"a\"}");
        Reply reply = town.send(Town.USER, "");
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.text()).contains("api-errors/#unprovisioned");
    }

    /** As a user of an account with two applications would: the page belongs to one of them. */
    @Test
    void aPageIsOneApplicationsAlone() throws Exception {
        Town town = new Town();
        town.ask("DELETE", "/beta/chatapp-accounts/messenger/107/applications/" + Box.APPLICATION, Town.basic(), "");
        assertThat(town.send(Town.USER, "").text()).contains("\"title\":\"Invalid sender\"");
        Reply old = town.ask(
                "POST",
                "/v0.1/messages",
                Box.authorized(),
                "{\"from\":{\"type\":\"messenger\",\"id\":\"107\"},\"to\":{\"type\":\"messenger\",\"id\":\"2\"},"
                        + "\"message\":{\"content\":{\"type\":\"text\",\"text\":\"a\"}}}");
        assertThat(old.status()).isEqualTo(400);
        assertThat(old.text()).contains("\"name\":\"from.id\"");
        assertThat(town.emulator.sent()).isEmpty();
    }

    private static Reply post(String path, Headers headers) throws Exception {
        return new Box().emulator.exchange(Request.postJson(path, headers, JsonText.compact(RequestsV1.TEXT)));
    }

    private static void check(Reply reply, String reason) {
        assertThat(reply.text())
                .isEqualTo("{\"type\":\"https://developer.vonage.com/api-errors/#unathorized\","
                        + "\"title\":\"You did not provide correct credentials.\","
                        + "\"detail\":\"Check that you're using the correct credentials,"
                        + " and that your account has this feature enabled: " + reason + "\","
                        + "\"instance\":\"00000000000040008000000000000001\"}");
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.headers().mediaType()).contains("application/problem+json");
        assertThat(reply.headers().first("X-Request-Id")).contains("00000000-0000-4000-8000-000000000001");
    }

    private static Document claims() {
        return Box.claims().build();
    }

    private static String signed(Document.Builder claims) {
        return "Bearer " + Box.token(claims.build(), Box.KEYS);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
