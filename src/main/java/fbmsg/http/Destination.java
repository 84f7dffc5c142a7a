package fbmsg.http;

import fbmsg.Failure;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Where requests go: scheme, host, port and a path before every request's own.
 *
 * <p>Clear text goes to this machine only. A token is a bearer's: whoever reads it may send as the Page.
 */
public record Destination(URI base) {
    public Destination {
        String scheme = base.getScheme() == null ? "" : base.getScheme().toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("http") || scheme.equals("https");
        if (base.getHost() == null || !web || base.getPort() == 0 || base.getPort() > 65535) {
            throw Failure.configuration(
                    "the API's URL is not one: " + shown(base.toString()),
                    "give it as https://HOST or http://127.0.0.1:PORT");
        }
        if (base.getRawQuery() != null || base.getRawFragment() != null || base.getRawUserInfo() != null) {
            throw Failure.configuration(
                    "the API's URL has more than scheme, host, port and path: " + shown(base.toString()),
                    "leave the rest out");
        }
        if (scheme.equals("http") && !isLoopback(base.getHost())) {
            throw Failure.configuration(
                    "http:// would send the token in clear text to " + base.getHost(),
                    "use https://; http:// is for 127.0.0.1, [::1] and localhost");
        }
    }

    public static Destination of(String url) {
        try {
            return new Destination(new URI(url));
        } catch (URISyntaxException e) {
            throw Failure.configuration(
                    "the API's URL is not one: " + shown(url), "give it as https://HOST or http://127.0.0.1:PORT");
        }
    }

    public boolean isLoopback() {
        return isLoopback(base.getHost());
    }

    /** Whether it is spoken to over TLS. */
    public boolean isSecure() {
        return base.getScheme().equalsIgnoreCase("https");
    }

    /** The URL of a request's path there. */
    public URI resolve(String path) {
        String whole = base.toString();
        return URI.create((whole.endsWith("/") ? whole.substring(0, whole.length() - 1) : whole) + path);
    }

    /** What stands before an @ may be a password. */
    private static String shown(String url) {
        return url.indexOf('@') < 0 ? url : "(not shown, it has an @)";
    }

    /** By the name alone: nothing is looked up, since whoever answers for names could answer anything. */
    private static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost")
                || host.equals("[::1]")
                || host.equals("::1")
                || host.matches("127(\\.[0-9]{1,3}){3}");
    }
}
