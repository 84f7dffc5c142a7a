package fbmsg.sending;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A line of a batch. */
final class Line {
    private final long number;
    private final byte[] bytes;
    private String digest;

    /**
     * @param number counted from 1
     * @param bytes without the line's end
     */
    Line(long number, byte[] bytes) {
        this.number = number;
        this.bytes = bytes;
    }

    long number() {
        return number;
    }

    byte[] bytes() {
        return bytes;
    }

    boolean isBlank() {
        return new String(bytes, StandardCharsets.ISO_8859_1).isBlank();
    }

    /** The SHA-256 of its bytes, in hexadecimal; computed once, and only for a journal. */
    String digest() {
        if (digest == null) {
            digest = sha256(bytes);
        }
        return digest;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
