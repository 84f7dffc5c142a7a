package fbmsg.emulator;

import fbmsg.emulator.rules.Problem;
import fbmsg.http.Headers;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Says whether a request comes from a program or page of this machine's, and not from a web page elsewhere that a browser
 * here has open: such a page can post to any address, but not choose {@code Host} and {@code Origin}.
 */
final class Neighbourhood {
    private static final Pattern HERE =
            Pattern.compile("(?i)(127(\\.[0-9]{1,3}){3}|localhost|\\[::1\\])(:[0-9]{1,5})?");

    private Neighbourhood() {}

    /** Why a request is a stranger's; empty if it is not. */
    static Optional<Problem> stranger(Headers headers) {
        Optional<String> host = headers.first("Host");
        if (host.isPresent() && !HERE.matcher(host.get()).matches()) {
            return Optional.of(Problem.foreign("Host is " + host.get() + ", this is 127.0.0.1, localhost and [::1]"));
        }
        Optional<String> origin = headers.first("Origin");
        if (origin.isPresent() && !origin.equals(host.map(here -> "http://" + here))) {
            return Optional.of(Problem.foreign("Origin is " + origin.get() + ", another page than this server's own"));
        }
        return Optional.empty();
    }
}
