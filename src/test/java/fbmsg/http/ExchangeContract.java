package fbmsg.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request and its reply keep on their way, in memory or over a socket. */
interface ExchangeContract {
    /** What a client is given to reach that server. */
    Exchange client(Exchange server);

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 204, 401, 404, 429, 503})
    default void theStatusIsKept(int status) throws Exception {
        Reply reply = client(request -> Reply.of(status)).exchange(Request.get("/"));

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE"})
    default void theMethodIsKept(String method) throws Exception {
        assertThat(seen(new Request(method, "/", Headers.NONE, new byte[0])).method())
                .isEqualTo(method);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/v1/messages", "/a?b=c&d=%20e+f", "/?x=1?y", "/%C3%A9/%2F", "/beta/chatapp-accounts/"})
    default void thePathAndItsQueryAreKept(String path) throws Exception {
        assertThat(seen(Request.get(path)).path()).isEqualTo(path);
    }

    @Test
    default void headersAreFoundInAnyCase() throws Exception {
        Headers headers = Headers.of("x-request-ID", "a b").with("Authorization", "Bearer t");
        AtomicReference<Request> seen = new AtomicReference<>();
        Reply reply = client(request -> {
                    seen.set(request);
                    return Reply.json(429, "{}").header("RETRY-after", "5");
                })
                .exchange(Request.postJson("/", headers, "{}"));

        assertThat(seen.get().headers().first("X-Request-Id")).contains("a b");
        assertThat(seen.get().headers().first("authorization")).contains("Bearer t");
        assertThat(seen.get().headers().mediaType()).contains("application/json");
        assertThat(reply.headers().first("Retry-After")).contains("5");
        assertThat(reply.headers().mediaType()).contains("application/json");
        assertThat(reply.headers().first("absent")).isEmpty();
    }

    @Test
    default void everyByteOfABodyIsKeptInBothDirections() throws Exception {
        byte[] bytes = new byte[100_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31 >> 3);
        }

        Reply reply = client(request -> new Reply(200, Headers.NONE, request.body(), Reply.Departure.IGNORED))
                .exchange(new Request("POST", "/", Headers.NONE, bytes));

        assertThat(reply.body()).isEqualTo(bytes);
    }

    @Test
    default void anEmptyBodyIsEmpty() throws Exception {
        assertThat(seen(new Request("POST", "/", Headers.NONE, new byte[0])).body())
                .isEmpty();
    }

    @Test
    default void oneAfterAnotherGoesThroughTheSameClient() throws Exception {
        Exchange client = client(request -> Reply.text(200, request.path()));

        for (int i = 0; i < 20; i++) {
            assertThat(client.exchange(Request.get("/" + i)).text()).isEqualTo("/" + i + "\n");
        }
    }

    /** The request as it comes to the server. */
    private Request seen(Request sent) throws Exception {
        AtomicReference<Request> seen = new AtomicReference<>();
        client(request -> {
                    seen.set(request);
                    return Reply.of(200);
                })
                .exchange(sent);
        return seen.get();
    }
}
