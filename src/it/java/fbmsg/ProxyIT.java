package fbmsg;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.http.HostileServer;
import fbmsg.http.TestCertificate;
import fbmsg.http.TestProxy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program behind a proxy that its environment names; the API's host has a name that only the proxy knows. */
class ProxyIT {
    private static final String HOST = "api.example.test";
    private static final String ANSWER = "HTTP/1.1 202 Accepted\r\nContent-Length: 21\r\n\r\n{\"message_uuid\":\"id\"}";

    @TempDir
    static Path home;

    private static HostileServer api;
    private static Shell shell;

    /** This Java trusts the certificate of the far side. */
    @BeforeAll
    static void farSide() throws Exception {
        TestCertificate certificate = TestCertificate.of(HOST, home);
        api = new HostileServer(certificate.port(), HostileServer.answering(ANSWER));
        Path java = home.resolve("java");
        Files.writeString(
                java, """
                #!/bin/sh
                exec "%s/bin/java" "-Djavax.net.ssl.trustStore=%s" "-Djavax.net.ssl.trustStorePassword=%s" "$@"
                """.formatted(System.getProperty("java.home"), certificate.store(), TestCertificate.PASSWORD));
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        shell = Shell.sh(home)
                .withApplication()
                .with("FBMSG_JAVA", java.toString())
                .with("FBMSG_API_URL", "https://" + HOST);
    }

    @AfterAll
    static void end() throws IOException {
        api.close();
    }

    private static Launched send(Shell in, String options) {
        return in.run("fbmsg " + options + " send --from 1 --to 2 --text Hi --timeout 30s");
    }

    @Test
    void aMessageGoesThroughItAndThePasswordOnlyToIt() throws IOException {
        try (HostileServer proxy = new HostileServer(TestProxy.tunnelFor("user", "p@ss", api))) {
            int before = api.heads().size();
            Launched sent =
                    send(shell.with("HTTPS_PROXY", "http://user:p%40ss@127.0.0.1:" + proxy.port()), "-v --trace");

            assertThat(sent.exit()).as(sent.toString()).isZero();
            assertThat(sent.text()).isEqualTo("id\n");
            assertThat(sent.err())
                    .contains("fbmsg: api.example.test is reached through the proxy 127.0.0.1:" + proxy.port()
                            + " (HTTPS_PROXY)\n")
                    .doesNotContain("p%40ss", "p@ss", "dXNlcjpwQHNz");
            assertThat(proxy.heads()).hasSize(1);
            assertThat(proxy.heads().get(0)).startsWith("CONNECT api.example.test:443 HTTP/1.1\r\n");
            assertThat(api.heads()).hasSize(before + 1);
            assertThat(api.heads().get(before).toLowerCase()).doesNotContain("proxy", "dxnlcjpwqhnz");
        }
    }

    @Test
    void aWrongPasswordIsRefused() throws IOException {
        try (HostileServer proxy = new HostileServer(TestProxy.tunnelFor("user", "right", api))) {
            String there = "127.0.0.1:" + proxy.port();
            Launched sent = send(shell.with("https_proxy", "user:wrong@" + there), "");

            assertThat(sent.exit()).isEqualTo(77);
            assertThat(sent.text()).isEmpty();
            assertThat(sent.err())
                    .isEqualTo(
                            "fbmsg: the proxy " + there
                                    + " answered 407: it does not take the name and password in https_proxy; correct them;"
                                    + " characters other than letters and digits are written as %XX; the message was not sent\n");
            assertThat(proxy.heads()).hasSize(1);
        }
    }

    @Test
    void aProxyThatIsNotThereIsUnavailable() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = socket.getLocalPort();
        }
        Launched sent = send(shell.with("ALL_PROXY", "http://127.0.0.1:" + port), "");

        assertThat(sent.exit()).isEqualTo(69);
        assertThat(sent.err())
                .isEqualTo("fbmsg: the proxy 127.0.0.1:" + port + " cannot be reached: connection refused;"
                        + " check ALL_PROXY and the network, or put api.example.test into NO_PROXY to do without the"
                        + " proxy; the message was not sent\n");
    }

    @Test
    void oneThatCannotBeUsedIsAnErrorOfTheConfiguration() {
        Launched sent = send(shell.with("HTTPS_PROXY", "socks5://user:secret@127.0.0.1:1080"), "");

        assertThat(sent.exit()).isEqualTo(78);
        assertThat(sent.err())
                .isEqualTo("fbmsg: HTTPS_PROXY names a socks5:// proxy, which fbmsg cannot use;"
                        + " set HTTPS_PROXY to an http:// proxy, or NO_PROXY='*' to do without\n");
    }

    @Test
    void offlineNotEvenTheProxyIsAsked() throws IOException {
        try (HostileServer proxy = new HostileServer(TestProxy.tunnelTo(api))) {
            Launched sent = send(shell.with("HTTPS_PROXY", "127.0.0.1:" + proxy.port()), "--offline");

            assertThat(sent.exit()).isEqualTo(69);
            assertThat(sent.err()).startsWith("fbmsg: offline: the connection to api.example.test is refused; ");
            assertThat(proxy.heads()).isEmpty();
        }
    }

    @Test
    void whomNoProxyListsIsNotReachedThroughIt() throws IOException {
        try (HostileServer proxy = new HostileServer(TestProxy.tunnelTo(api))) {
            Launched sent = send(
                    shell.with("HTTPS_PROXY", "127.0.0.1:" + proxy.port()).with("NO_PROXY", "localhost, .example.test"),
                    "");

            assertThat(sent.exit()).isEqualTo(69);
            assertThat(sent.err()).startsWith("fbmsg: the API cannot be reached (api.example.test: unknown host); ");
            assertThat(proxy.heads()).isEmpty();
        }
    }
}
