package fbmsg.jwt;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;

/**
 * An RSA private key (RFC 8017, section 3.2, second representation) that has been found consistent.
 *
 * @param modulus n = p·q
 * @param publicExponent e
 * @param prime1 p
 * @param prime2 q
 * @param exponent1 d mod (p - 1)
 * @param exponent2 d mod (q - 1)
 * @param coefficient q⁻¹ mod p
 */
public record RsaKey(
        BigInteger modulus,
        BigInteger publicExponent,
        BigInteger prime1,
        BigInteger prime2,
        BigInteger exponent1,
        BigInteger exponent2,
        BigInteger coefficient) {

    /**
     * @throws ArithmeticException if these numbers do not belong together
     */
    public RsaKey {
        check(prime1.bitLength() > 1 && prime2.bitLength() > 1, "the primes are none");
        check(prime1.multiply(prime2).equals(modulus), "the modulus is not the primes' product");
        check(inverse(publicExponent, exponent1, prime1.subtract(BigInteger.ONE)), "the first exponent is wrong");
        check(inverse(publicExponent, exponent2, prime2.subtract(BigInteger.ONE)), "the second exponent is wrong");
        check(inverse(coefficient, prime2, prime1), "the coefficient is wrong");
    }

    /** RSASP1 (RFC 8017, section 5.2.1), by the Chinese remainder theorem. */
    BigInteger power(BigInteger base) {
        BigInteger power1 = base.mod(prime1).modPow(exponent1, prime1);
        BigInteger power2 = base.mod(prime2).modPow(exponent2, prime2);
        return power1.subtract(power2)
                .multiply(coefficient)
                .mod(prime1)
                .multiply(prime2)
                .add(power2);
    }

    /** What checks this key's signatures. */
    public RSAPublicKey publicHalf() {
        try {
            return (RSAPublicKey)
                    KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, publicExponent));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no RSA", e);
        }
    }

    /** Nothing of a private key is ever shown. */
    @Override
    public String toString() {
        return "RSA private key of " + modulus.bitLength() + " bits";
    }

    private static boolean inverse(BigInteger a, BigInteger b, BigInteger modulus) {
        return a.multiply(b).mod(modulus).equals(BigInteger.ONE);
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new ArithmeticException(otherwise);
        }
    }
}
