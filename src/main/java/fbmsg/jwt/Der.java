package fbmsg.jwt;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The little of DER (X.690) that it takes to tell keys apart and to read RSA private ones. */
final class Der {
    /** SEQUENCE { OBJECT IDENTIFIER rsaEncryption, NULL } */
    private static final byte[] RSA = {
        0x30, 0x0d, 0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00
    };

    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;
    private static final int OBJECT_IDENTIFIER = 0x06;
    private static final int OCTET_STRING = 0x04;
    private static final int BIT_STRING = 0x03;

    private Der() {}

    /** PKCS#1 RSAPublicKey as X.509 SubjectPublicKeyInfo. */
    static byte[] publicKeyInfo(byte[] rsaPublicKey) {
        byte[] noUnusedBits = {0x00};
        return tagged(SEQUENCE, RSA, tagged(BIT_STRING, noUnusedBits, rsaPublicKey));
    }

    /** The algorithm in a PKCS#8 PrivateKeyInfo (RFC 5208): its identifier's bytes in hexadecimal; empty if there is none. */
    static Optional<String> algorithm(byte[] privateKeyInfo) {
        try {
            ByteBuffer info = value(ByteBuffer.wrap(privateKeyInfo), SEQUENCE);
            value(info, INTEGER);
            return Optional.of(HexFormat.of().formatHex(bytes(value(value(info, SEQUENCE), OBJECT_IDENTIFIER))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The PKCS#1 RSAPrivateKey inside a PKCS#8 PrivateKeyInfo; empty if there is none. */
    static Optional<byte[]> rsaPrivateKey(byte[] privateKeyInfo) {
        try {
            ByteBuffer info = value(ByteBuffer.wrap(privateKeyInfo), SEQUENCE);
            value(info, INTEGER);
            value(info, SEQUENCE);
            return Optional.of(bytes(value(info, OCTET_STRING)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The integers of a sequence, the first so many.
     *
     * @throws IllegalArgumentException if it is none, or has fewer
     */
    static List<BigInteger> integers(byte[] sequence, int count) {
        ByteBuffer in = value(ByteBuffer.wrap(sequence), SEQUENCE);
        List<BigInteger> integers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] integer = bytes(value(in, INTEGER));
            integers.add(integer.length == 0 ? BigInteger.ZERO : new BigInteger(integer));
        }
        return integers;
    }

    /**
     * Reads one value.
     *
     * @return what is inside it
     * @throws IllegalArgumentException if the tag is another, or the value is cut off
     */
    private static ByteBuffer value(ByteBuffer in, int tag) {
        try {
            if (in.get() != tag) {
                throw new IllegalArgumentException("another tag");
            }
            int first = in.get() & 0xff;
            int length = first < 0x80 ? first : 0;
            for (int i = 0x80; i < first; i++) {
                length = length << 8 | in.get() & 0xff;
            }
            ByteBuffer inside = in.slice(in.position(), length);
            in.position(in.position() + length);
            return inside;
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("cut off", e);
        }
    }

    private static byte[] bytes(ByteBuffer value) {
        byte[] bytes = new byte[value.remaining()];
        value.get(bytes);
        return bytes;
    }

    private static byte[] tagged(int tag, byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (length < 0x80) {
            out.write(length);
        } else {
            int bytes = length < 0x100 ? 1 : length < 0x10000 ? 2 : 3;
            out.write(0x80 | bytes);
            for (int i = bytes - 1; i >= 0; i--) {
                out.write(length >> 8 * i);
            }
        }
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
