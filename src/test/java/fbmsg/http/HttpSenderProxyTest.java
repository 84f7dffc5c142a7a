package fbmsg.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A real proxy before the server: what each of them sees. */
class HttpSenderProxyTest extends BehindProxy {
    private static final String CONNECT = "CONNECT api.example.test:443 HTTP/1.1\r\nHost: api.example.test:443\r\n";

    @Test
    void theProxyIsAskedForATunnelAndSeesNothingOfTheRequest() throws Exception {
        try (HostileServer proxy = new HostileServer(TestProxy.tunnelTo(api));
                HttpSender sender = sender("127.0.0.1:" + proxy.port())) {
            assertThat(sender.exchange(REQUEST).status()).isEqualTo(202);

            assertThat(proxy.heads()).containsExactly(CONNECT + "\r\n");
            assertThat(api.heads()).hasSize(1);
            assertThat(api.heads().get(0))
                    .startsWith("POST /v1/messages HTTP/1.1\r\n")
                    .contains("\r\nAuthorization: Bearer token\r\n");
            assertThat(sender.proxy()).contains("127.0.0.1:" + proxy.port() + " (HTTPS_PROXY)");
        }
    }

    /** Also not in the second request, which goes through a tunnel that is there already if the far side keeps it. */
    @Test
    void thePasswordGoesToTheProxyAndNeverToTheFarSide() throws Exception {
        HostileServer.Manners keeping = (socket, server) -> {
            for (int i = 0; i < 2; i++) {
                if (i > 0) {
                    server.readHead(socket);
                }
                server.readBody(socket);
                socket.getOutputStream()
                        .write("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n".getBytes(ISO_8859_1));
            }
        };
        try (HostileServer kept = new HostileServer(certificate.port(), keeping);
                HostileServer proxy = new HostileServer(TestProxy.tunnelFor("user", "p@ss", kept));
                HttpSender sender = sender("http://user:p%40ss@127.0.0.1:" + proxy.port())) {
            assertThat(sender.exchange(REQUEST).status()).isEqualTo(202);
            assertThat(sender.exchange(REQUEST).status()).isEqualTo(202);

            assertThat(proxy.heads()).containsExactly(CONNECT + "Proxy-Authorization: Basic dXNlcjpwQHNz\r\n\r\n");
            assertThat(kept.heads()).hasSize(2);
            assertThat(String.join("", kept.heads()).toLowerCase()).doesNotContain("proxy", "dxnlcjpwqhnz");
        }
    }

    @Test
    void filesComeThroughTheProxyToo() throws Exception {
        try (HostileServer media = new HostileServer(
                        certificate.port(),
                        HostileServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfour"));
                HostileServer proxy = new HostileServer(TestProxy.tunnelTo(media));
                HttpSender sender = sender("127.0.0.1:" + proxy.port())) {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            assertThat(sender.download(Request.get("/"), file, 4).body()).isEqualTo(Download.Body.WRITTEN);
            assertThat(file).hasToString("four");
        }
        try (HostileServer proxy = new HostileServer(TestProxy.answering("407 x"));
                HttpSender sender = sender("127.0.0.1:" + proxy.port())) {
            assertThatThrownBy(() -> sender.download(Request.get("/"), new ByteArrayOutputStream(), 4))
                    .isInstanceOf(ProxyTrouble.class)
                    .hasMessageContaining("answered 407");
        }
    }

    @Test
    void the407OfAFarSideIsAReply() throws Exception {
        try (HostileServer odd = new HostileServer(
                        certificate.port(), HostileServer.answering("HTTP/1.1 407 x\r\nContent-Length: 2\r\n\r\n{}"));
                HostileServer proxy = new HostileServer(TestProxy.tunnelTo(odd));
                HttpSender sender = sender("127.0.0.1:" + proxy.port())) {
            assertThat(sender.exchange(REQUEST).text()).isEqualTo("{}");
        }
    }

    @Test
    void whomNoProxyListsIsConnectedToDirectly() throws Exception {
        try (HostileServer proxy = new HostileServer(TestProxy.tunnelTo(api))) {
            Map<String, String> env = Map.of("HTTPS_PROXY", "127.0.0.1:" + proxy.port(), "NO_PROXY", "example.test");
            try (HttpSender sender = new HttpSender(API, LONG, false, env)) {
                assertThat(catchThrowableOfType(NotSent.class, () -> sender.exchange(REQUEST)))
                        .isExactlyInstanceOf(NotSent.class)
                        .hasMessage("api.example.test: unknown host");
                assertThat(sender.proxy()).isEmpty();
            }
            assertThat(proxy.heads()).isEmpty();
        }
    }

    @Test
    void thisMachineIsNeverReachedByWayOfAnother() throws Exception {
        try (HostileServer proxy = new HostileServer(TestProxy.tunnelTo(api));
                HostileServer emulator = new HostileServer(HostileServer.answering("HTTP/1.1 204 x\r\n\r\n"))) {
            String there = "127.0.0.1:" + proxy.port();
            Map<String, String> env = Map.of("HTTPS_PROXY", there, "HTTP_PROXY", there, "ALL_PROXY", there);
            for (boolean offline : new boolean[] {false, true}) {
                try (HttpSender sender = new HttpSender(Destination.of(emulator.url()), LONG, offline, env)) {
                    assertThat(sender.exchange(REQUEST).status()).isEqualTo(204);
                }
            }
            assertThat(proxy.heads()).isEmpty();
        }
    }

    /** The warm-up talks in clear text to this machine, with the client that has a proxy. */
    @Test
    void warmingUpIsNoBusinessOfTheProxys() throws Exception {
        try (HostileServer proxy = new HostileServer(TestProxy.tunnelTo(api));
                HttpSender sender = sender("http://user:secret@127.0.0.1:" + proxy.port())) {
            sender.warmUp();
            assertThat(proxy.heads()).isEmpty();
            assertThat(sender.exchange(REQUEST).status()).isEqualTo(202);
        }
    }
}
