package fbmsg.emulator.world;

import java.security.interfaces.RSAPublicKey;

/**
 * An application that may send: what the real service keeps of one.
 *
 * @param id what its tokens name as {@code application_id}
 * @param key verifies them; the private half never comes here
 */
public record Application(String id, RSAPublicKey key) {}
