package fbmsg;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The files that tests are given: keys, and tokens made by other programs (src/test/resources). */
public final class TestFiles {
    private static final Path FOLDER = folder();

    private TestFiles() {}

    /** For example {@code keys/pkcs8.pem}. */
    public static String text(String name) {
        try (InputStream in = TestFiles.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no test file " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy that only its owner can read: whoever checks the project out may have made the original readable to all. */
    public static Path path(String name) {
        try {
            Path copy = FOLDER.resolve(name.replace('/', '-'));
            Files.write(copy, text(name).getBytes(StandardCharsets.UTF_8));
            Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-------"));
            copy.toFile().deleteOnExit();
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("fbmsg-test-");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
