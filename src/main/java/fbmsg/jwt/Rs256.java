package fbmsg.jwt;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * RS256 signatures (RFC 7518, section 3.3): RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017, section 8.2.1).
 *
 * <p>The JDK computes the same numbers by the same {@code BigInteger}, but getting there (its security settings, its
 * providers, its random generator) takes longer than the signature itself, at each start. What it does to protect the key
 * is done here too: the message is blinded, so that the time taken tells nothing about the key, and the result is checked
 * before anybody sees it, since a wrong one could give the key away.
 */
final class Rs256 {
    /** DigestInfo of SHA-256 up to the digest (RFC 8017, section 9.2, note 1). */
    private static final byte[] DIGEST_INFO = {
        0x30,
        0x31,
        0x30,
        0x0d,
        0x06,
        0x09,
        0x60,
        (byte) 0x86,
        0x48,
        0x01,
        0x65,
        0x03,
        0x04,
        0x02,
        0x01,
        0x05,
        0x00,
        0x04,
        0x20
    };

    private Rs256() {}

    /**
     * @return as many bytes as the modulus has
     */
    static byte[] sign(byte[] message, RsaKey key) {
        BigInteger n = key.modulus();
        int length = (n.bitLength() + 7) / 8;
        BigInteger encoded = new BigInteger(1, encoded(Sha256.digest(message), length));

        BigInteger blind = blind(n, length);
        BigInteger blinded =
                encoded.multiply(blind.modPow(key.publicExponent(), n)).mod(n);
        BigInteger signature = key.power(blinded).multiply(blind.modInverse(n)).mod(n);

        if (!signature.modPow(key.publicExponent(), n).equals(encoded)) {
            throw new IllegalStateException("a signature was computed wrong; it is not given out");
        }
        return bytes(signature, length);
    }

    /** EMSA-PKCS1-v1_5 (RFC 8017, section 9.2). */
    private static byte[] encoded(byte[] digest, int length) {
        byte[] encoded = new byte[length];
        Arrays.fill(encoded, (byte) 0xff);
        encoded[0] = 0;
        encoded[1] = 1;
        int info = length - DIGEST_INFO.length - digest.length;
        encoded[info - 1] = 0;
        System.arraycopy(DIGEST_INFO, 0, encoded, info, DIGEST_INFO.length);
        System.arraycopy(digest, 0, encoded, length - digest.length, digest.length);
        return encoded;
    }

    /** A random number that has an inverse; but for a chance like that of guessing the key, every one has. */
    private static BigInteger blind(BigInteger n, int length) {
        BigInteger blind;
        do {
            blind = new BigInteger(1, RandomBytes.of(length)).mod(n);
        } while (!blind.gcd(n).equals(BigInteger.ONE));
        return blind;
    }

    /** I2OSP (RFC 8017, section 4.1). */
    private static byte[] bytes(BigInteger number, int length) {
        byte[] shortest = number.toByteArray();
        byte[] bytes = new byte[length];
        int sign = shortest.length > length ? 1 : 0;
        System.arraycopy(shortest, sign, bytes, length - shortest.length + sign, shortest.length - sign);
        return bytes;
    }
}
