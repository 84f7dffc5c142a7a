package fbmsg.cli.build;

import fbmsg.Failure;
import fbmsg.http.Destination;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where a webhook is posted, as typed.
 *
 * @param path with the query, where there is one
 */
record TriggerTarget(Destination destination, String path) {

    /**
     * @throws Failure if it is no URL, or would be clear text to another machine
     */
    static TriggerTarget of(String typed) {
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
        return new TriggerTarget(Destination.of(url.getScheme() + "://" + url.getRawAuthority()), path + query);
    }

    private static Failure notOne(String typed) {
        return Failure.usage(
                "URL is not one: " + (typed.indexOf('@') < 0 ? typed : "(not shown, it has an @)"),
                "give for example http://127.0.0.1:3000/webhooks/inbound");
    }
}
