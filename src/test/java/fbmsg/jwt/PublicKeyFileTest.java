package fbmsg.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fbmsg.Failure;
import fbmsg.TestFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicKeyFileTest {

    @ParameterizedTest
    @ValueSource(strings = {"public", "public-pkcs1"})
    void bothFormsAreRead(String file) {
        assertThat(PublicKeyFile.print(PublicKeyFile.read(TestFiles.text("keys/" + file + ".pem"), "K")))
                .isEqualTo(TestFiles.text("keys/public.pem"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pkcs8", "pkcs1", "one-line"})
    void aPrivateKeyIsRefused(String file) {
        assertThatThrownBy(() -> PublicKeyFile.read(TestFiles.text("keys/" + file + ".pem"), "in K"))
                .isInstanceOf(Failure.class)
                .hasMessage("the key in K is a private key; give the public one, or name the private one with --key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty", "certificate", "ec-sec1", "encrypted-pkcs8"})
    void anythingElseIsNotAPublicKey(String file) {
        assertUnusable(TestFiles.text("keys/" + file + ".pem"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
                "-----BEGIN PUBLIC KEY-----\n!\n-----END PUBLIC KEY-----",
                "-----BEGIN RSA PUBLIC KEY-----\nAAAA\n-----END RSA PUBLIC KEY-----",
                "-----BEGIN PUBLIC KEY-----",
                "keys/public.pem"
            })
    void damagedOnesToo(String text) {
        assertUnusable(text);
    }

    private static void assertUnusable(String text) {
        assertThatThrownBy(() -> PublicKeyFile.read(text, "in K"))
                .isInstanceOf(Failure.class)
                .hasMessage("the key in K is not an RSA public key in PEM form; give the file that begins with"
                        + " -----BEGIN PUBLIC KEY-----");
    }
}
