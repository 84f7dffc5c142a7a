package fbmsg.jwt;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;

/**
 * Random bytes fit for keys, from the operating system. Where it has a file for them, that is read: the JDK's generator
 * takes them from there too, but making it ready takes longer than what they are needed for.
 */
public final class RandomBytes {
    private static final String SYSTEM = "/dev/urandom";

    private RandomBytes() {}

    public static byte[] of(int count) {
        try (InputStream system = new FileInputStream(SYSTEM)) {
            byte[] bytes = system.readNBytes(count);
            if (bytes.length == count) {
                return bytes;
            }
        } catch (IOException e) {
            // a system without that file
        }
        byte[] bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
