package fbmsg.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import fbmsg.Failure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretTextTest {
    @TempDir
    private Path folder;

    @Test
    void itComesFromAFileAVariableOrStandardInput() throws IOException {
        Path file = file("rw-------");
        InputStream stdin = new ByteArrayInputStream("in é\n".getBytes(StandardCharsets.UTF_8));

        assertThat(read(new Setting(file.toString(), Setting.Form.PATH, "--key"), stdin))
                .extracting(
                        SecretText::text, SecretText::source, s -> s.warning().isPresent())
                .containsExactly("secret", file.toString(), false);
        assertThat(read(new Setting("text", Setting.Form.CONTENT, "FBMSG_PRIVATE_KEY"), stdin))
                .extracting(SecretText::text, SecretText::source)
                .containsExactly("text", "in FBMSG_PRIVATE_KEY");
        assertThat(read(new Setting("-", Setting.Form.STDIN, "--key"), stdin))
                .extracting(SecretText::text, SecretText::source)
                .containsExactly("in é\n", "on standard input");
    }

    @Test
    void aFileThatOthersCanReadGetsAWarning() throws IOException {
        for (String mode : new String[] {"rw-r-----", "rw----r--"}) {
            Path file = file(mode);
            assertThat(read(new Setting(file.toString(), Setting.Form.PATH, "--key"), InputStream.nullInputStream())
                            .warning())
                    .contains("others can read the private key file " + file + "; run: chmod 600 " + file);
        }
    }

    @Test
    void whatCannotBeReadSaysWhyAndWhoNamedIt() throws IOException {
        Path missing = folder.resolve("missing.pem");
        Path file = file("rw-------");

        assertMissing(missing, "does not exist; check the path");
        assertMissing(folder, "is a directory; give the path of the file itself");
        assertMissing(file.resolve("x"), "cannot be read: " + file.resolve("x") + ": Not a directory; check the path");
    }

    @Test
    void aFileOfSomebodyElseMayNotBeRead() throws IOException {
        Path file = file("---------");
        assumeFalse(Files.isReadable(file), "root may read everything");

        assertMissing(file, "may not be read by this user; check its owner and mode");
    }

    /** The whole private key was once shown, as the path of a file that does not exist. */
    @Test
    void aKeyGivenAsItsPathIsNotShown() {
        Setting setting = new Setting(
                "/srv/-----BEGIN PRIVATE KEY-----\nMII\n-----END PRIVATE KEY-----",
                Setting.Form.PATH,
                "FBMSG_PRIVATE_KEY_PATH");

        Failure failure = catchThrowableOfType(Failure.class, () -> read(setting, InputStream.nullInputStream()));

        assertThat(failure)
                .hasMessage("the private key itself was given as the path of its file (FBMSG_PRIVATE_KEY_PATH); put it"
                        + " into a file that only you can read, and give that file's path");
        assertThat(failure.kind()).isEqualTo(Failure.Kind.CONFIGURATION);
    }

    @Test
    void secretsStandOneALine() {
        Setting setting = new Setting("\n  first \r\n\n\tsecond\n", Setting.Form.CONTENT, "X");

        assertThat(read(setting, InputStream.nullInputStream()).lines()).containsExactly("first", "second");
    }

    private void assertMissing(Path path, String rest) {
        Setting setting = new Setting(path.toString(), Setting.Form.PATH, "--key");

        Failure failure = catchThrowableOfType(Failure.class, () -> read(setting, InputStream.nullInputStream()));

        assertThat(failure).hasMessage("the private key file " + path + " (--key) " + rest);
        assertThat(failure.kind()).isEqualTo(Failure.Kind.MISSING);
    }

    private static SecretText read(Setting setting, InputStream stdin) {
        return SecretText.read(setting, "private key", stdin);
    }

    private Path file(String mode) throws IOException {
        Path file = Files.createTempFile(folder, "key", ".pem");
        Files.writeString(file, "secret");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
}
