package fbmsg.emulator;

import fbmsg.emulator.rules.Problem;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The page to chat on: files that belong to the program, and nothing from elsewhere. */
final class ChatPage implements Api {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final String SCRIPT = "text/javascript; charset=utf-8";

    /** A file of the page's. */
    private record PageFile(String name, String type) {}

    private static final Map<String, PageFile> FILES = Map.of(
            "/", new PageFile("index.html", "text/html; charset=utf-8"),
            "/emulator/page.css", new PageFile("page.css", "text/css; charset=utf-8"),
            "/emulator/page.js", new PageFile("page.js", SCRIPT),
            "/emulator/chat.js", new PageFile("chat.js", SCRIPT),
            "/emulator/traffic.js", new PageFile("traffic.js", SCRIPT),
            "/emulator/dom.js", new PageFile("dom.js", SCRIPT),
            "/emulator/icon.svg", new PageFile("icon.svg", "image/svg+xml"));

    @Override
    public boolean concerns(String path) {
        return FILES.containsKey(path);
    }

    @Override
    public Reply answer(Request request, String requestId) {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return Problem.wrongMethod(request.method(), Problem.PROBLEM_JSON, "GET", requestId);
        }
        PageFile file = FILES.get(request.pathOnly());
        return Reply.of(200)
                .body(file.type(), read(file.name()))
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-cache");
    }

    private static String read(String name) {
        try (InputStream in = ChatPage.class.getResourceAsStream("page/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
