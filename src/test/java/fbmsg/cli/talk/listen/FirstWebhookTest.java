package fbmsg.cli.talk.listen;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.cli.TestHost;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstWebhookTest {
    @TempDir
    Path folder;

    /** One that was turned away would have gone only half the way. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void goesAllTheWay(boolean signed) {
        assertThat(new FirstWebhook(TestHost.in(folder).host(), signed).answer())
                .startsWith("HTTP/1.1 200 OK\r\n");
    }
}
