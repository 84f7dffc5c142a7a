package fbmsg.emulator.world;

import fbmsg.emulator.webhook.Version;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Whose applications and pages these are.
 *
 * @param secret of the key, for Basic authentication
 * @param callbacks where webhooks go that belong to no application: of messages sent with Basic authentication
 */
public record Account(String key, String secret, Callbacks callbacks) {

    /** Whether these are the credentials of Basic authentication, in base64 as they stand in the header. */
    public boolean is(String base64) {
        try {
            byte[] typed = Base64.getDecoder().decode(base64);
            return !secret.isEmpty() && new String(typed, StandardCharsets.UTF_8).equals(key + ":" + secret);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * Where webhooks go, and in which form.
     *
     * @param inbound the URL as it was given; empty: nowhere
     * @param status likewise
     */
    public record Callbacks(Optional<String> inbound, Optional<String> status, Version version) {}
}
