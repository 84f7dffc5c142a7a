package fbmsg.emulator;

import fbmsg.emulator.rules.Problem;
import fbmsg.emulator.rules.Refused;
import fbmsg.http.Headers;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Says whether a request comes from where it may, and not from a web page elsewhere that a browser has open: such a page can
 * post to any address, but not choose {@code Host} and {@code Origin}.
 *
 * @param names what {@code Host} may be, with a port or without
 * @param shown the same, in words
 */
public record Neighbourhood(Pattern names, String shown) {
    private static final String LOOPBACK = "127(\\.[0-9]{1,3}){3}|localhost|\\[::1\\]";

    /** Programs of this machine's. */
    public static final Neighbourhood HERE = of(LOOPBACK, "127.0.0.1, localhost and [::1]");

    /**
     * Other machines too, where it listens on more than loopback. By number, or by a name without a dot: what leads a
     * browser to an address that is not its page's own is a name in somebody's domain, and that has dots.
     */
    public static final Neighbourhood OPEN = of(
            LOOPBACK + "|[0-9]{1,3}(\\.[0-9]{1,3}){3}|\\[[0-9a-f:.]+\\]|[a-z0-9_-]+",
            "a number, or a name without a dot");

    private static Neighbourhood of(String names, String shown) {
        return new Neighbourhood(Pattern.compile("(?i)(" + names + ")(:[0-9]{1,5})?"), shown);
    }

    void check(Headers headers) throws Refused {
        Optional<String> host = headers.first("Host");
        if (host.isPresent() && !names.matcher(host.get()).matches()) {
            throw new Refused(Problem.foreign("Host is " + host.get() + ", this is " + shown));
        }
        Optional<String> origin = headers.first("Origin");
        if (origin.isPresent() && !origin.equals(host.map(here -> "http://" + here))) {
            throw new Refused(Problem.foreign("Origin is " + origin.get() + ", another page than this server's own"));
        }
        String from = headers.first("Sec-Fetch-Site").orElse("none");
        boolean elsewhere = from.equals("cross-site") || from.equals("same-site");
        if (elsewhere && !headers.first("Sec-Fetch-Mode").equals(Optional.of("navigate"))) {
            throw new Refused(Problem.foreign("another page than this server's own asks"));
        }
    }
}
