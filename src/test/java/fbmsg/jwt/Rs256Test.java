package fbmsg.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fbmsg.TestFiles;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The signatures are those of the JDK to the bit: PKCS#1 v1.5 leaves nothing to chance. */
class Rs256Test {
    private static final RsaKey KEY = PrivateKeyFile.read(TestFiles.text("keys/pkcs8.pem"), "K");

    /** 2049 bits: a modulus that does not fill its last byte. */
    @ParameterizedTest
    @ValueSource(ints = {2048, 2049, 3072})
    void isTheSignatureOfTheJdk(int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        KeyPair pair = generator.generateKeyPair();
        RSAPrivateCrtKey jdk = (RSAPrivateCrtKey) pair.getPrivate();
        RsaKey ours = new RsaKey(
                jdk.getModulus(),
                jdk.getPublicExponent(),
                jdk.getPrimeP(),
                jdk.getPrimeQ(),
                jdk.getPrimeExponentP(),
                jdk.getPrimeExponentQ(),
                jdk.getCrtCoefficient());
        Random random = new Random(bits);

        for (int i = 0; i < 20; i++) {
            byte[] message = new byte[i * 37];
            random.nextBytes(message);
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(jdk);
            signature.update(message);

            assertThat(Rs256.sign(message, ours)).isEqualTo(signature.sign());
        }
        assertThat(ours.publicHalf()).isEqualTo(pair.getPublic());
    }

    /** One in 256 signatures begins with a zero byte, which the number does not have. */
    @Test
    void hasAsManyBytesAsTheModulusAlways() {
        boolean zeroFirst = false;
        for (int i = 0; i < 4000 && !zeroFirst; i++) {
            byte[] signature = Rs256.sign(new byte[] {(byte) i, (byte) (i >> 8)}, KEY);
            assertThat(signature).hasSize(256);
            zeroFirst = signature[0] == 0;
        }
        assertThat(zeroFirst).as("such a one was among them").isTrue();
    }

    @Test
    void numbersThatDoNotBelongTogetherAreNoKey() {
        UnaryOperator<BigInteger> wrong = number -> number.add(BigInteger.TWO);
        UnaryOperator<BigInteger> same = number -> number;
        for (int field = 0; field < 7; field++) {
            int changed = field;
            assertThatThrownBy(() -> new RsaKey(
                            (changed == 0 ? wrong : same).apply(KEY.modulus()),
                            (changed == 1 ? wrong : same).apply(KEY.publicExponent()),
                            (changed == 2 ? wrong : same).apply(KEY.prime1()),
                            (changed == 3 ? wrong : same).apply(KEY.prime2()),
                            (changed == 4 ? wrong : same).apply(KEY.exponent1()),
                            (changed == 5 ? wrong : same).apply(KEY.exponent2()),
                            (changed == 6 ? wrong : same).apply(KEY.coefficient())))
                    .isInstanceOf(ArithmeticException.class);
        }
        BigInteger none = BigInteger.ZERO;
        assertThatThrownBy(() -> new RsaKey(KEY.modulus(), KEY.publicExponent(), none, none, none, none, none))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aKeyDoesNotShowItsNumbers() {
        assertThat(KEY).hasToString("RSA private key of 2048 bits");
    }
}
