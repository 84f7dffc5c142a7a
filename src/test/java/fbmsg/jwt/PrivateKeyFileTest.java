package fbmsg.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fbmsg.Failure;
import fbmsg.TestFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys are made by {@code src/test/resources/keys/make-keys.sh}. */
class PrivateKeyFileTest {

    @ParameterizedTest
    @ValueSource(strings = {"pkcs8", "pkcs1", "crlf", "bom", "one-line"})
    void theSameKeyIsReadInAllItsForms(String form) {
        RsaKey key = PrivateKeyFile.read(TestFiles.text("keys/" + form + ".pem"), "K");

        assertThat(PublicKeyFile.print(key.publicHalf())).isEqualTo(TestFiles.text("keys/public.pem"));
    }

    @Test
    void spacesForNewlinesTextAroundAndQuotesAreTaken() {
        String pem = TestFiles.text("keys/pkcs8.pem");
        for (String text : new String[] {
            pem.replace('\n', ' '),
            "  " + pem.replace("\n", "\n  "),
            "'" + pem.replace("\n", "\\r\\n") + "'",
            "Bag Attributes\n" + pem + TestFiles.text("keys/certificate.pem")
        }) {
            assertThat(PrivateKeyFile.read(text, "K").modulus().bitLength()).isEqualTo(2048);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "public|is a public key; give the private key that belongs to the application",
                "public-pkcs1|is a public key; give the private key that belongs to the application",
                "certificate|is a certificate; give the private key that belongs to the application",
                "encrypted-pkcs8|is encrypted; decrypt it into a file that only you can read:"
                        + " openssl pkey -in FILE -out NEWFILE",
                "encrypted-traditional|is encrypted; decrypt it into a file that only you can read:"
                        + " openssl rsa -in FILE -out NEWFILE",
                "ec-sec1|is an elliptic-curve key; give an RSA key: Vonage takes RS256 only",
                "ec-pkcs8|is an elliptic-curve key; give an RSA key: Vonage takes RS256 only",
                "truncated|is cut off or damaged; copy it again, whole, from -----BEGIN to -----END",
                "rsa-1024|has 1024 bits, RS256 needs 2048; generate a new key pair for the application",
                "empty|is empty; give the private key of the Vonage application"
            })
    void everyWrongKeyHasItsOwnError(String file, String rest) {
        assertRefused(TestFiles.text("keys/" + file + ".pem"), rest);
    }

    /** Its two markers share their dashes: the block between them once had a length below zero, which was "a bug in fbmsg". */
    @Test
    void markersWithNothingBetweenAreACutOffKey() {
        for (String label : new String[] {"PRIVATE KEY", "RSA PRIVATE KEY"}) {
            assertRefused(
                    "-----BEGIN " + label + "-----END " + label + "-----",
                    "is cut off or damaged; copy it again, whole, from -----BEGIN to -----END");
        }
    }

    /** These two once were "cut off or damaged", whole as they are; Java 17 does not even know the curve. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ed25519|is not an RSA key; give an RSA key: Vonage takes RS256 only",
                "ec-secp256k1|is an elliptic-curve key; give an RSA key: Vonage takes RS256 only"
            })
    void wholeKeysOfOtherAlgorithmsAreNotCalledDamaged(String file, String rest) {
        assertRefused(TestFiles.text("keys/" + file + ".pem"), rest);
    }

    @Test
    void whereverItIsCutItIsDamaged() {
        String damaged = "is cut off or damaged; copy it again, whole, from -----BEGIN to -----END";
        for (String form : new String[] {"pkcs8", "pkcs1"}) {
            String pem = TestFiles.text("keys/" + form + ".pem");
            String end = pem.substring(pem.lastIndexOf("-----END"));
            String begin = pem.substring(0, pem.indexOf('\n') + 1);
            assertRefused(pem.substring(0, pem.length() - 2), damaged);
            assertRefused(begin, damaged);
            assertRefused(begin + end, damaged);
            for (int cut = begin.length() + 4; cut < pem.length() - end.length(); cut += 97) {
                assertRefused(pem.substring(0, cut) + "\n" + end, damaged);
            }
            assertRefused(pem.replace("M", "!"), damaged);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "^ \n\t ^|is empty; give the private key of the Vonage application",
                "^keys/fb.pem\n^|holds a path, not a key; put the path into FBMSG_PRIVATE_KEY_PATH or private_key_path, or"
                        + " give it with --key",
                "^C:\\keys\\private.key^|holds a path, not a key; put the path into FBMSG_PRIVATE_KEY_PATH or"
                        + " private_key_path, or give it with --key",
                "^s3cret^|is not in PEM form; give the file that begins with -----BEGIN PRIVATE KEY-----",
                "^-----BEGIN OPENSSH PRIVATE KEY-----\nx\n-----END OPENSSH PRIVATE KEY-----^|is of the kind"
                        + " \"openssh private key\"; give a PEM file that begins with -----BEGIN PRIVATE KEY-----"
            })
    void whatIsNoPemSaysWhatItSeemsToBe(String text, String rest) {
        assertRefused(text, rest);
    }

    private static void assertRefused(String text, String rest) {
        Failure failure = catchThrowableOfType(Failure.class, () -> PrivateKeyFile.read(text, "in K"));

        assertThat(failure).as(text).isNotNull();
        assertThat(failure).hasMessage("the key in K " + rest);
        assertThat(failure.kind()).isEqualTo(Failure.Kind.DATA);
    }
}
