package fbmsg.sending;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A line of a batch.
 *
 * @param number counted from 1
 * @param bytes without the line's end
 */
record Line(long number, byte[] bytes) {

    boolean isBlank() {
        return new String(bytes, StandardCharsets.ISO_8859_1).isBlank();
    }

    /** The SHA-256 of its bytes, in hexadecimal. */
    String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
