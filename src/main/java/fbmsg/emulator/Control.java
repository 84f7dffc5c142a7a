package fbmsg.emulator;

import fbmsg.emulator.rules.Problem;
import fbmsg.emulator.world.Ledger;
import fbmsg.http.Reply;
import fbmsg.http.Request;
import fbmsg.json.Binding;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is not of the API, under {@code /emulator/}: being the users, and seeing what happened. */
record Control(Ledger ledger, Optional<Users> users) {
    private static final String ROOT = "/emulator/";
    private static final Pattern MESSAGES_OF_USER = Pattern.compile("/emulator/users/([^/]+)/messages");

    static boolean concerns(Request request) {
        return request.path().startsWith(ROOT);
    }

    Reply answer(Request request, String requestId) {
        boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
        if (!reads && !request.headers().mediaType().equals(Optional.of("application/json"))) {
            return Problem.wrongContentType().reply(requestId);
        }
        String path = request.pathOnly();
        if (path.equals("/emulator/messages")) {
            return reads ? messages() : wrongMethod("GET");
        }
        if (users.isPresent() && path.equals("/emulator/webhooks")) {
            return reads ? users.get().webhooks() : wrongMethod("GET");
        }
        Matcher user = MESSAGES_OF_USER.matcher(path);
        if (users.isPresent() && user.matches()) {
            return request.method().equals("POST")
                    ? users.get().write(user.group(1), request, requestId)
                    : wrongMethod("POST");
        }
        return Problem.notFound(path).reply(requestId);
    }

    /** What was accepted. */
    private Reply messages() {
        return Reply.json(200, Binding.write(new SentMessage.Listing(SentMessage.all(ledger))) + "\n");
    }

    private static Reply wrongMethod(String allowed) {
        return Reply.of(405).header("Allow", allowed);
    }
}
