package fbmsg.cli.build;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.cli.TestHost;
import fbmsg.cli.TestHost.Run;
import fbmsg.http.HttpSender;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
    @TempDir
    Path folder;

    @Test
    void showsTheWholeConversationOverLoopbackAndLeavesNothingBehind() {
        TestHost host = TestHost.in(folder).connections(HttpSender::new);

        Run run = host.run("--offline", "demo");

        assertThat(run.exit()).as(run.toString()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .containsSubsequence(
                        "Vonage, emulated, serves http://127.0.0.1:",
                        "\n$ fbmsg listen\n",
                        "listening on http://127.0.0.1:",
                        "Facebook user 1111111111111111 writes to Page 0000000000000000: Hello from Facebook Messenger!\n",
                        "is answered 200",
                        "\n{\"v\":1,\"event\":\"inbound\"",
                        "\"from\":\"1111111111111111\",\"to\":\"0000000000000000\"",
                        "\"signature\":\"valid\"",
                        "\n$ fbmsg listen | fbmsg reply --text 'Thanks!'\n",
                        "\nUser 1111111111111111 reads, from Page 0000000000000000: Thanks!\n");
        assertThat(folder).isEmptyDirectory();
        assertThat(host.endings).isEmpty();
    }
}
