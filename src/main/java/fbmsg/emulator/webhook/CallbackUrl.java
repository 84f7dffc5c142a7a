package fbmsg.emulator.webhook;

import fbmsg.Failure;
import fbmsg.http.Destination;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where webhooks are posted.
 *
 * @param path with the query, where there is one
 */
public record CallbackUrl(Destination destination, String path) {

    /**
     * @throws Failure if it is no URL, or would be clear text to another machine
     */
    public static CallbackUrl of(String typed) {
        URI url;
        try {
            url = new URI(typed);
        } catch (URISyntaxException e) {
            throw notOne(typed);
        }
        if (url.getScheme() == null || url.getHost() == null || url.getRawUserInfo() != null) {
            throw notOne(typed);
        }
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return new CallbackUrl(Destination.of(url.getScheme() + "://" + url.getRawAuthority()), path + query);
    }

    private static Failure notOne(String typed) {
        return Failure.usage(
                "URL is not one: " + (typed.indexOf('@') < 0 ? typed : "(not shown, it has an @)"),
                "give for example http://127.0.0.1:3000/webhooks/inbound");
    }

    @Override
    public String toString() {
        return destination.base() + path;
    }
}
