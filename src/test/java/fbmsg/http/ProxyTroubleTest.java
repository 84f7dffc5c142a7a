package fbmsg.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a proxy that is not there, does not want to, or breaks. */
class ProxyTroubleTest extends BehindProxy {
    private static final Request EMPTY = new Request("DELETE", "/", Headers.NONE, new byte[0]);

    @Test
    void aWrongPasswordIsRefusedByTheProxy() throws Exception {
        try (HostileServer proxy = new HostileServer(TestProxy.tunnelFor("user", "right", api))) {
            ProxyTrouble trouble = trouble("http://user:wrong@127.0.0.1:" + proxy.port(), REQUEST);

            assertThat(trouble)
                    .hasMessage("the proxy 127.0.0.1:" + proxy.port()
                            + " answered 407: it does not take the name and password in HTTPS_PROXY");
            assertThat(trouble.todo()).doesNotContain("wrong");
            assertThat(trouble.refused()).isTrue();
            assertThat(proxy.heads()).hasSize(1);
            assertThat(api.heads()).isEmpty();
        }
    }

    @Test
    void aPasswordThatIsMissingIsAskedFor() throws Exception {
        try (HostileServer proxy = new HostileServer(TestProxy.tunnelFor("user", "right", api))) {
            ProxyTrouble trouble = trouble("127.0.0.1:" + proxy.port(), EMPTY);

            String name = "127.0.0.1:" + proxy.port();
            assertThat(trouble).hasMessage("the proxy " + name + " answered 407: it wants a name and password");
            assertThat(trouble.todo()).isEqualTo("set HTTPS_PROXY=http://USER:PASSWORD@" + name);
            assertThat(trouble.refused()).isTrue();
        }
    }

    @Test
    void aProxyThatKnowsOtherSchemesOnlySaysSo() throws Exception {
        String schemes = "407 x\r\nProxy-Authenticate: Negotiate\r\nProxy-Authenticate: NTLM";
        try (HostileServer proxy = new HostileServer(TestProxy.answering(schemes))) {
            assertThat(trouble("http://user:secret@127.0.0.1:" + proxy.port(), REQUEST))
                    .hasMessage("the proxy 127.0.0.1:" + proxy.port()
                            + " answered 407: it wants Negotiate or NTLM, and fbmsg knows only Basic");
        }
    }

    @ParameterizedTest
    @CsvSource({"400, true", "403, true", "429, false", "500, false", "502, false", "503, false", "302, false"})
    void whatTheProxyDoesNotConnectSurelyWasNotTaken(int status, boolean refused) throws Exception {
        try (HostileServer proxy = new HostileServer(TestProxy.answering(status + " x"))) {
            for (Request request : new Request[] {REQUEST, EMPTY}) {
                ProxyTrouble trouble = trouble("user:secret@127.0.0.1:" + proxy.port(), request);

                assertThat(trouble)
                        .hasMessage("the proxy 127.0.0.1:" + proxy.port() + " does not connect to " + HOST
                                + ": it answered " + status);
                assertThat(trouble.refused()).isEqualTo(refused);
                assertThat(trouble.connected()).isFalse();
                assertThat(trouble.todo()).doesNotContain("secret");
            }
            assertThat(proxy.heads()).hasSize(2);
        }
    }

    @Test
    void aProxyThatIsNotThereIsNamed() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = socket.getLocalPort();
        }
        ProxyTrouble trouble = trouble("http://user:secret@127.0.0.1:" + port, EMPTY);

        assertThat(trouble).hasMessage("the proxy 127.0.0.1:" + port + " cannot be reached: connection refused");
        assertThat(trouble.todo())
                .isEqualTo("check HTTPS_PROXY and the network,"
                        + " or put api.example.test into NO_PROXY to do without the proxy");
        assertThat(trouble.refused()).isFalse();
        assertThat(trouble("http://proxy.invalid:3128", REQUEST))
                .hasMessage("the proxy proxy.invalid:3128 cannot be reached: unknown host");
    }

    @Test
    void aProxyThatDoesNotAnswerIsNotSent() throws Exception {
        HostileServer.Manners silent = (socket, server) -> server.awaitEnd();
        try (HostileServer proxy = new HostileServer(silent);
                HttpSender sender = sender("127.0.0.1:" + proxy.port())) {
            Request brief = REQUEST.within(Duration.ofSeconds(1));
            assertThat(catchThrowableOfType(NotSent.class, () -> sender.exchange(brief)))
                    .hasMessage(
                            "api.example.test: no answer within 1.0 s, through the proxy 127.0.0.1:" + proxy.port());
        }
    }

    @Test
    void aFarSideThatIsNotTrustedIsNotSent() throws Exception {
        try (HostileServer proxy = new HostileServer(TestProxy.tunnelTo(api));
                HttpSender sender =
                        new HttpSender(API, LONG, false, Map.of("HTTPS_PROXY", "127.0.0.1:" + proxy.port()))) {
            assertThat(catchThrowableOfType(NotSent.class, () -> sender.exchange(REQUEST)))
                    .isExactlyInstanceOf(NotSent.class)
                    .hasMessageMatching(
                            "api\\.example\\.test: TLS failed .*, through the proxy 127\\.0\\.0\\.1:[0-9]+");
            assertThat(api.heads()).isEmpty();
        }
    }

    /**
     * As on the direct way: the JDK may ask for the body even so, and then nobody can say that it did not leave, since the
     * same exception can come from a connection that has been in use for long.
     */
    @Test
    void aTunnelThatBreaksInTheHandshakeIsNotTakenForAnAnswerOfTheProxys() throws Exception {
        try (HostileServer proxy = new HostileServer(TestProxy.breaking());
                HttpSender sender = sender("127.0.0.1:" + proxy.port())) {
            assertThat(catchThrowable(() -> sender.exchange(REQUEST)))
                    .isNotInstanceOf(ProxyTrouble.class)
                    .isInstanceOfAny(NotSent.class, Unanswered.class)
                    .hasMessageMatching("api\\.example\\.test: .*, through the proxy 127\\.0\\.0\\.1:[0-9]+");
            assertThat(proxy.heads()).hasSize(1);
        }
    }

    /** Such as something that is no proxy at all. */
    @Test
    void aProxyThatClosesTheConnectionIsNotSent() throws Exception {
        HostileServer.Manners closing = (socket, server) -> {};
        try (HostileServer proxy = new HostileServer(closing);
                HttpSender sender = sender("127.0.0.1:" + proxy.port())) {
            assertThat(catchThrowableOfType(NotSent.class, () -> sender.exchange(REQUEST)))
                    .hasMessageEndingWith(", through the proxy 127.0.0.1:" + proxy.port());
        }
    }

    @Test
    void aTunnelThatBreaksAfterTheRequestIsUnanswered() throws Exception {
        HostileServer.Manners resetting = (socket, server) -> {
            server.readBody(socket);
            HostileServer.reset(socket);
        };
        try (HostileServer broken = new HostileServer(certificate.port(), resetting);
                HostileServer proxy = new HostileServer(TestProxy.tunnelTo(broken));
                HttpSender sender = sender("127.0.0.1:" + proxy.port())) {
            assertThat(catchThrowableOfType(Unanswered.class, () -> sender.exchange(REQUEST)))
                    .hasMessageEndingWith(", through the proxy 127.0.0.1:" + proxy.port());
            assertThat(broken.heads()).hasSize(1);
        }
    }

    private static ProxyTrouble trouble(String proxy, Request request) {
        try (HttpSender sender = sender(proxy)) {
            return catchThrowableOfType(ProxyTrouble.class, () -> sender.exchange(request));
        }
    }
}
