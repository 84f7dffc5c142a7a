package fbmsg.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.http.Reply;
import fbmsg.json.Document;
import fbmsg.json.Json;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of both versions, through the endpoint. */
class RulesTest {
    @ParameterizedTest
    @MethodSource("fbmsg.emulator.RequestsV1#all")
    void v1(RequestCase request) throws Exception {
        check(request, new Box().post("/v1/messages", request.body()), 422);
    }

    @ParameterizedTest
    @MethodSource("fbmsg.emulator.RequestsV01#all")
    void v01(RequestCase request) throws Exception {
        check(request, new Box().post("/v0.1/messages", request.body()), 400);
    }

    private static void check(RequestCase request, Reply reply, int refusal) throws Exception {
        Document answer = Json.parse(reply.body());
        assertThat(reply.status()).as(reply.text()).isEqualTo(request.isAccepted() ? 202 : refusal);
        assertThat(answer.text("title").orElse("")).isEqualTo(request.title());
        assertThat(invalid(answer)).isEqualTo(request.invalid());
    }

    private static List<String> invalid(Document answer) {
        return answer.member("invalid_parameters").flatMap(Document::items).orElse(List.of()).stream()
                .map(item -> item.text("name").orElseThrow() + ": "
                        + item.text("reason").orElseThrow())
                .toList();
    }
}
