package fbmsg.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fbmsg.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which addresses and ports a listener takes, and what it says of those it cannot have. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HttpListenerPortsTest {
    private HttpListener listener;

    @AfterEach
    void close() {
        if (listener != null) {
            listener.close(Duration.ZERO);
        }
    }

    @Test
    void aPortInUseIsSaid() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = taken.getLocalPort();
            for (String address : new String[] {"127.0.0.1", null}) {
                assertThatThrownBy(() -> listen(address, port))
                        .isInstanceOf(Failure.class)
                        .hasMessage(
                                "port " + port + " of 127.0.0.1 is in use; stop what uses it, or give another --port");
            }
        }
    }

    @Test
    void anAddressOfAnotherMachineIsSaid() {
        assertThatThrownBy(() -> listen("192.0.2.1", 0))
                .isInstanceOf(Failure.class)
                .hasMessage("192.0.2.1 is not an address of this machine; give --bind an address of this machine");
    }

    @Test
    void withoutAnAddressBothLoopbackFamiliesAnswerOnOneFreePort() throws Exception {
        listener = listen(null, 0);
        assertThat(listener.port()).isPositive();
        assertThat(get("127.0.0.1").status()).isEqualTo(200);
        assumeTrue(hasIpv6(), "this machine has no ::1");
        assertThat(get("[::1]").status()).isEqualTo(200);
    }

    @Test
    void aPortThatIsInUseOnTheOtherFamilyOnlyIsSaidAndTheFirstIsFreedAgain() throws Exception {
        assumeTrue(hasIpv6(), "this machine has no ::1");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("::1"))) {
            int port = taken.getLocalPort();

            assertThatThrownBy(() -> listen(null, port))
                    .hasMessage("port " + port + " of ::1 is in use; stop what uses it, or give another --port");
            listener = listen("127.0.0.1", port);
            assertThat(get("127.0.0.1").status()).isEqualTo(200);
        }
    }

    private HttpListener listen(String address, int port) {
        return HttpListener.open(address, port, ListenerLimits.USUAL, request -> Reply.of(200), bug -> {});
    }

    private Reply get(String host) throws NotSent, Unanswered {
        Destination destination = Destination.of("http://" + host + ":" + listener.port());
        return new HttpSender(destination, Duration.ofSeconds(60), true).exchange(Request.get("/"));
    }

    private static boolean hasIpv6() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("::1"))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
