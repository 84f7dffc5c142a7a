package fbmsg.jwt;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;

/** The little of DER (X.690) that it takes to tell keys apart, and to put bare RSA keys into the wrapping that the JDK reads. */
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

    /** PKCS#1 RSAPrivateKey (RFC 8017, A.1.2) as PKCS#8 PrivateKeyInfo (RFC 5208). */
    static byte[] privateKeyInfo(byte[] rsaPrivateKey) {
        byte[] version = {0x02, 0x01, 0x00};
        return tagged(SEQUENCE, version, RSA, tagged(OCTET_STRING, rsaPrivateKey));
    }

    /** PKCS#1 RSAPublicKey as X.509 SubjectPublicKeyInfo. */
    static byte[] publicKeyInfo(byte[] rsaPublicKey) {
        byte[] noUnusedBits = {0x00};
        return tagged(SEQUENCE, RSA, tagged(BIT_STRING, noUnusedBits, rsaPublicKey));
    }

    /** The algorithm in a PKCS#8 PrivateKeyInfo: the bytes of its identifier in hexadecimal; empty if there is none. */
    static Optional<String> algorithm(byte[] privateKeyInfo) {
        ByteBuffer in = ByteBuffer.wrap(privateKeyInfo);
        try {
            length(in, SEQUENCE);
            in.get(new byte[length(in, INTEGER)]);
            length(in, SEQUENCE);
            byte[] identifier = new byte[length(in, OBJECT_IDENTIFIER)];
            in.get(identifier);
            return Optional.of(HexFormat.of().formatHex(identifier));
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Reads a value's tag and length, and stands at its first byte then. */
    private static int length(ByteBuffer in, int tag) {
        if (in.get() != tag) {
            throw new IllegalArgumentException("another tag");
        }
        int first = in.get() & 0xff;
        int length = first < 0x80 ? first : 0;
        for (int i = 0x80; i < first; i++) {
            length = length << 8 | in.get() & 0xff;
        }
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        return length;
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
