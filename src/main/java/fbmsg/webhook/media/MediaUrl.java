package fbmsg.webhook.media;

import fbmsg.Failure;
import fbmsg.http.Destination;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Where a file is, as a stranger has written it.
 *
 * @param path from the slash on, with the query where there is one
 */
record MediaUrl(Destination destination, String path) {

    /**
     * @throws NotFetched if it is no URL of the Web, has a user's name, or would be clear text to another machine
     */
    static MediaUrl of(String text) throws NotFetched {
        return of(parsed(text, "its URL"), "its URL");
    }

    /**
     * @param location as a redirect gives it, relative if it likes
     */
    MediaUrl redirected(String location) throws NotFetched {
        String named = "the URL that " + host() + " redirects to";
        return of(URI.create(destination.base() + path).resolve(parsed(location, named)), named);
    }

    private static URI parsed(String text, String named) throws NotFetched {
        try {
            if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) { // the JDK's own check is a NullPointerException
                throw new URISyntaxException(text, "half a character");
            }
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new NotFetched(named + " is not one");
        }
    }

    private static MediaUrl of(URI typed, String named) throws NotFetched {
        URI url = URI.create(typed.toASCIIString());
        boolean hasHost = url.getScheme() != null && url.getHost() != null;
        if (!hasHost
                || url.getRawUserInfo() != null
                || url.getHost().indexOf('%') >= 0) { // an interface of this machine
            throw new NotFetched(named + " is not one of the Web");
        }
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        try {
            String scheme = url.getScheme().toLowerCase(Locale.ROOT);
            return new MediaUrl(Destination.of(scheme + "://" + url.getRawAuthority()), path + query);
        } catch (Failure e) {
            throw new NotFetched(named + " is neither https:// nor of this machine");
        }
    }

    String host() {
        return destination.base().getHost();
    }

    /** By the name alone. */
    boolean isLoopback() {
        return destination.isLoopback();
    }

    /** Whether it is one of Vonage's own hosts, which certificates vouch for. */
    boolean isVonages() {
        String host = host().toLowerCase(Locale.ROOT);
        return destination.isSecure() && ("." + host).matches("(?s).*\\.(nexmo|vonage)\\.com");
    }

    /** What its path ends with: letters and digits after a dot; empty if nothing like it. */
    String ending() {
        String file = path.replaceFirst("\\?.*", "").replaceFirst(".*/", "");
        int dot = file.lastIndexOf('.');
        String ending = file.substring(dot + 1).toLowerCase(Locale.ROOT);
        return dot > 0 && ending.matches("[a-z0-9]{1,8}") ? ending : "";
    }
}
