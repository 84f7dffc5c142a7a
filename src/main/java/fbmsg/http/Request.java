package fbmsg.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * A request on its way to, or from, an {@link Exchange}.
 *
 * @param path from the slash on, with the query where there is one, as on the wire
 * @param body the bytes as they are on the wire; empty if there are none
 * @param limit on this side, how long the exchange may take, from connecting to the reply's last byte; empty: as the
 *     connection has it
 * @param turn on the listener's side, its place among others
 */
public record Request(String method, String path, Headers headers, byte[] body, Optional<Duration> limit, Turn turn) {

    /** With the connection's time limit, in no order. */
    public Request(String method, String path, Headers headers, byte[] body) {
        this(method, path, headers, body, Optional.empty(), Turn.AT_ONCE);
    }

    public static Request get(String path) {
        return new Request("GET", path, Headers.NONE, new byte[0]);
    }

    /** A POST of JSON, asking for JSON. */
    public static Request postJson(String path, Headers headers, String json) {
        return new Request(
                "POST",
                path,
                headers.with("Content-Type", "application/json").with("Accept", "application/json"),
                json.getBytes(StandardCharsets.UTF_8));
    }

    public Request within(Duration most) {
        return new Request(method, path, headers, body, Optional.of(most), turn);
    }

    /** As it came in at a listener. */
    Request at(Turn place) {
        return new Request(method, path, headers, body, limit, place);
    }

    /** The path without its query. */
    public String pathOnly() {
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }
}
