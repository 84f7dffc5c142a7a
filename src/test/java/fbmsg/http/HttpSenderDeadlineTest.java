package fbmsg.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Far sides that stall. All of them are asked at once, so that the deadline is waited for once and may be a generous one. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HttpSenderDeadlineTest {
    private static final Duration DEADLINE = Duration.ofSeconds(3);
    private static final Request SMALL = Request.postJson("/", Headers.NONE, "{}");
    private static final Request LARGE = new Request("POST", "/", Headers.NONE, new byte[48 << 20]);
    private static final String STALLED_BODY =
            " X\r\nContent-Length: 100\r\nX-Request-Id: r\r\n\r\n{\"message_uuid\":\"a";

    private static final Stalled UNREAD = new Stalled(LARGE, (socket, server) -> server.awaitEnd(), sender -> sender);
    private static final Stalled SILENT = stalling("");
    private static final Stalled HALF_A_HEAD = stalling("HTTP/1.1 202 Accepted\r\nX-Slow: 1");
    private static final Stalled BODY_AFTER_202 = stalling("HTTP/1.1 202" + STALLED_BODY);
    private static final Stalled BODY_AFTER_401 = stalling("HTTP/1.1 401" + STALLED_BODY);
    private static final Stalled FILE = new Stalled(
            Request.get("/"),
            HostileServer.stallingAfter("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nsixteen bytes..."),
            sender -> request -> download(sender, request));

    @Test
    void aTimeOutBeforeTheBodyIsWhollyWrittenIsNotSent() throws Exception {
        assertThat(UNREAD.end()).isInstanceOf(NotSent.class);
        assertThat(((NotSent) UNREAD.end()).connected()).isTrue();
    }

    @Test
    void aStalledHeadIsUnanswered() throws Exception {
        for (Stalled stalled : new Stalled[] {SILENT, HALF_A_HEAD}) {
            assertThat(stalled.end())
                    .isInstanceOf(Unanswered.class)
                    .hasMessage(stalled.server.url().substring(7) + ": no answer within 3.0 s");
            assertThat(stalled.server.heads()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {202, 401})
    void aStalledBodyIsAReplyWithoutBodySinceTheStatusSaysWhatBecameOfIt(int status) throws Exception {
        Stalled stalled = status == 202 ? BODY_AFTER_202 : BODY_AFTER_401;

        Reply reply = stalled.reply();

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body()).isEmpty();
        assertThat(reply.headers().first("x-request-id")).contains("r");
        assertThat(stalled.server.heads()).hasSize(1);
    }

    @Test
    void aFileThatStallsIsNoFile() throws Exception {
        assertThat(FILE.end())
                .isInstanceOf(Unanswered.class)
                .hasMessage(FILE.server.url().substring(7) + ": broken off after 16 bytes: no answer within 3.0 s");
    }

    private static Stalled stalling(String bytes) {
        return new Stalled(SMALL, HostileServer.stallingAfter(bytes), sender -> sender);
    }

    private static Reply download(HttpSender sender, Request request) throws NotSent, Unanswered {
        try {
            throw new AssertionError(sender.download(request, OutputStream.nullOutputStream(), 1000));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** One exchange with one such server, begun when this class is loaded. */
    private static final class Stalled {
        private final HostileServer server;
        private final CompletableFuture<Reply> pending = new CompletableFuture<>();

        Stalled(Request request, HostileServer.Manners manners, Function<HttpSender, Exchange> way) {
            try {
                server = new HostileServer(manners);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            Exchange sender = way.apply(new HttpSender(Destination.of(server.url()), DEADLINE, true));
            Thread thread = new Thread(() -> {
                try {
                    pending.complete(sender.exchange(request));
                } catch (NotSent | Unanswered e) {
                    pending.completeExceptionally(e);
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        Reply reply() throws Exception {
            return pending.get(100, TimeUnit.SECONDS);
        }

        Throwable end() throws Exception {
            try {
                throw new AssertionError("there was a reply: " + reply());
            } catch (ExecutionException e) {
                return e.getCause();
            }
        }
    }
}
