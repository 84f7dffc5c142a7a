package fbmsg.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Sha256Test {
    /** The examples of FIPS 180-4, and the empty message. */
    @ParameterizedTest
    @CsvSource({
        "'',e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "abc,ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq,"
                + "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    })
    void isThatOfTheStandard(String message, String digest) {
        byte[] bytes = message.getBytes(StandardCharsets.US_ASCII);

        assertThat(HexFormat.of().formatHex(Sha256.digest(bytes))).isEqualTo(digest);
    }

    /** Every length around one, two and three blocks, where the padding changes its form, and some long ones. */
    @Test
    void isThatOfTheJdkForEveryLength() throws GeneralSecurityException {
        Random random = new Random(1);
        MessageDigest jdk = MessageDigest.getInstance("SHA-256");
        for (int length = 0; length < 2000; length += length < 200 ? 1 : 97) {
            byte[] message = new byte[length];
            random.nextBytes(message);

            assertThat(Sha256.digest(message)).as("length %d", length).isEqualTo(jdk.digest(message));
        }
    }
}
