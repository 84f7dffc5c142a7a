package fbmsg.cli.talk.listen;

import fbmsg.cli.TestHost;
import fbmsg.cli.TestHost.Run;
import fbmsg.http.Destination;
import fbmsg.http.Headers;
import fbmsg.http.HttpSender;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A listener on a port of its own, and whoever posts to it. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class ListenCase {
    @TempDir
    Path folder;

    TestHost host;

    @BeforeEach
    void machine() {
        host = TestHost.in(folder);
    }

    Future<Run> start(String... options) {
        List<String> args = new ArrayList<>(List.of("listen", "--port", "0"));
        args.addAll(Arrays.asList(options));
        return host.start(args.toArray(new String[0]));
    }

    /** As if the process were told to end, for runs that do not by themselves. */
    void tellToEnd() {
        host.endings.forEach(Runnable::run);
    }

    int post(String json) throws Exception {
        return answer(json).status();
    }

    Reply answer(String json) throws Exception {
        String url = host.err.await("listening on (http://[^ ]+) ");
        try (HttpSender sender = new HttpSender(Destination.of(url), Duration.ofMinutes(1), true)) {
            return sender.exchange(Request.postJson("/webhooks/inbound", Headers.NONE, json));
        }
    }

    static Run end(Future<Run> run) throws Exception {
        return run.get(1, TimeUnit.MINUTES);
    }

    static String text(String id, String user, String text) {
        return inbound(id, user, "text", "\"text\":\"" + text + "\"");
    }

    static String inbound(String id, String user, String type, String content) {
        return "{\"channel\":\"messenger\",\"message_uuid\":\"" + id + "\",\"to\":\"107\",\"from\":\"" + user + "\","
                + "\"timestamp\":\"2025-02-03T12:14:25Z\",\"message_type\":\"" + type + "\"," + content + "}";
    }

    static String status(String id, String status) {
        return "{\"channel\":\"messenger\",\"message_uuid\":\"" + id + "\",\"to\":\"234\",\"from\":\"107\","
                + "\"timestamp\":\"2025-02-03T12:14:26Z\",\"status\":\"" + status + "\"}";
    }
}
