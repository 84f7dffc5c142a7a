package fbmsg.http;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real TLS server on this machine, by a name that only a proxy knows. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class BehindProxy {
    static final String HOST = "api.example.test";
    static final Destination API = Destination.of("https://" + HOST);
    static final Duration LONG = Duration.ofSeconds(60);
    static final Request REQUEST = Request.postJson("/v1/messages", Headers.of("Authorization", "Bearer token"), "{}");

    @TempDir
    static Path folder;

    static TestCertificate certificate;

    HostileServer api;

    @BeforeAll
    static void certificate() throws Exception {
        certificate = TestCertificate.of(HOST, folder);
    }

    @BeforeEach
    void farSide() throws IOException {
        api = new HostileServer(
                certificate.port(), HostileServer.answering("HTTP/1.1 202 Accepted\r\nContent-Length: 2\r\n\r\n{}"));
    }

    @AfterEach
    void end() throws IOException {
        api.close();
    }

    /** One that trusts the server. */
    static HttpSender sender(String proxy) {
        return new HttpSender(API, LONG, Proxies.of(Map.of("HTTPS_PROXY", proxy), API), Optional.of(certificate.tls()));
    }
}
