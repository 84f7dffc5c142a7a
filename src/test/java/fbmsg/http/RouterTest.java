package fbmsg.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RouterTest {
    private final Router router = new Router(Reply.json(404, "{}"))
            .on("POST", "/v1/messages", request -> Reply.of(202))
            .on("GET", "/v1/messages", request -> Reply.of(200))
            .on("GET", "/", request -> Reply.of(204));

    @Test
    void aPathAndAMethodLeadToOneExchange() throws Exception {
        assertThat(answer("POST", "/v1/messages").status()).isEqualTo(202);
        assertThat(answer("GET", "/v1/messages?x=/").status()).isEqualTo(200);
        assertThat(answer("GET", "/?").status()).isEqualTo(204);
    }

    @Test
    void anUnknownPathIs404InTheApisManner() throws Exception {
        for (String path : new String[] {"/v1/messages/", "/v1", "/V1/messages", ""}) {
            assertThat(answer("POST", path).status()).isEqualTo(404);
        }
    }

    @Test
    void anUnknownMethodIs405WithThoseThatAreKnown() throws Exception {
        Reply reply = answer("DELETE", "/v1/messages");

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.headers().first("Allow")).contains("POST, GET");
    }

    private Reply answer(String method, String path) throws NotSent, Unanswered {
        return router.exchange(new Request(method, path, Headers.NONE, new byte[0]));
    }
}
