package fbmsg.cli.build;

import fbmsg.Failure;
import fbmsg.cli.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A token as given: an argument or standard input, bare or as an Authorization header. */
final class TokenInput {
    private static final int LARGEST = 1 << 20;

    private TokenInput() {}

    static String read(Session session, Optional<String> argument) {
        String text = argument.filter(typed -> !typed.equals("-")).orElseGet(() -> stdin(session));
        String token = text.strip();
        for (String prefix : new String[] {"Authorization:", "Bearer "}) {
            if (token.regionMatches(true, 0, prefix, 0, prefix.length())) {
                token = token.substring(prefix.length()).strip();
            }
        }
        return token;
    }

    private static String stdin(Session session) {
        if (session.host().terminals().in()) {
            session.note("reading the token from standard input");
        }
        try {
            return new String(session.host().in().readNBytes(LARGEST), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Failure.missing("the token cannot be read from standard input: " + e.getMessage(), "check the pipe");
        }
    }
}
