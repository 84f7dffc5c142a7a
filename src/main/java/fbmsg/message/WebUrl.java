package fbmsg.message;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** What holds for every URL that is handed to the API: http or https, with a host, at most 2,000 characters. */
final class WebUrl {
    private static final int LONGEST = 2000;

    private WebUrl() {}

    static void checked(String name, String url, Lengths lengths) {
        lengths.atMost(LONGEST, name, url);
        String example = "give it whole, for example https://example.com/file";
        URI parsed;
        try {
            parsed = new URI(url);
        } catch (URISyntaxException e) {
            throw new InvalidMessage(
                    "the " + name + " is not one (" + e.getReason() + ", at character " + (e.getIndex() + 1) + ")",
                    "percent-encode what a URL cannot hold");
        }
        String scheme = parsed.getScheme() == null ? "" : parsed.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new InvalidMessage(
                    "the " + name + " is not one of the Web: it begins with neither https:// nor http://", example);
        }
        // not the host: to Java, a name with an underscore is none
        if (parsed.getRawAuthority() == null) {
            throw new InvalidMessage("the " + name + " names no host", example);
        }
        // nor the user: before such a name, there is none to Java either
        if (parsed.getRawAuthority().indexOf('@') >= 0) {
            throw new InvalidMessage(
                    "the " + name + " holds a user name or password, which would be given away", "leave it out");
        }
    }
}
