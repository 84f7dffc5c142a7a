package fbmsg.emulator;

import static fbmsg.emulator.RequestCase.with;
import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.json.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is accepted is answered with its id and can be read again. */
class AcceptanceTest {
    private final Box box = new Box();

    @ParameterizedTest
    @ValueSource(strings = {"/v1/messages", "/v0.1/messages", "/v1/messages?x=y"})
    void answersTheIdOfTheMessage(String path) throws Exception {
        Reply reply = box.post(path, path.startsWith("/v1") ? RequestsV1.TEXT : RequestsV01.TEXT);
        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.text()).isEqualTo("{\"message_uuid\":\"00000000-0000-4000-8000-000000000002\"}");
        assertThat(reply.headers().mediaType()).contains("application/json");
        assertThat(reply.headers().first("X-Request-Id")).contains("00000000-0000-4000-8000-000000000001");
    }

    @Test
    void listsNothing() throws Exception {
        Reply reply = box.emulator.exchange(Request.get("/emulator/messages"));
        assertThat(reply.text()).isEqualTo("{\"messages\":[]}\n");
        assertThat(reply.headers().mediaType()).contains("application/json");
    }

    @Test
    void listsBothVersionsAlikeInOrderAndNothingThatWasRefused() throws Exception {
        Document tagged = with(RequestsV1.TEXT, "messenger", "{\"category\":\"message_tag\",\"tag\":\"HUMAN_AGENT\"}");
        box.post("/v1/messages", with(tagged, "client_ref", "\"order-42\""));
        box.post("/v1/messages", "{}");
        box.post("/v0.1/messages", RequestsV01.file("image", "https://example.com/a.png"));
        assertThat(box.emulator.exchange(Request.get("/emulator/messages")).text())
                .isEqualTo("""
                {"messages":[{"message_uuid":"00000000-0000-4000-8000-000000000002","version":"v1",\
                "from":"107000000000001","to":"2345678901234567","type":"text","text":"Hello",\
                "client_ref":"order-42","category":"message_tag","tag":"HUMAN_AGENT",\
                "application_id":"11111111-2222-4333-8444-555555555555","accepted_at":"2026-03-04T05:06:07Z","statuses":[]},\
                {"message_uuid":"00000000-0000-4000-8000-000000000005","version":"v0.1",\
                "from":"107000000000001","to":"2345678901234567","type":"image","url":"https://example.com/a.png",\
                "application_id":"11111111-2222-4333-8444-555555555555","accepted_at":"2026-03-04T05:06:07Z","statuses":[]}]}
                """);
    }
}
