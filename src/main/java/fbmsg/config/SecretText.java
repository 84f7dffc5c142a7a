package fbmsg.config;

import fbmsg.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The text of a key or secret.
 *
 * @param source how it is named to the user: a path, a variable, standard input
 * @param warning said when others can read the file
 */
public record SecretText(String text, String source, Optional<String> warning) {
    /** Far more than any key; what is longer is some other file. */
    private static final int LARGEST = 1 << 20;

    /**
     * @throws Failure if the file is missing, a directory, or unreadable
     */
    public static SecretText read(Setting setting, String what, InputStream stdin) {
        return switch (setting.form()) {
            case CONTENT -> new SecretText(setting.value(), "in " + setting.origin(), Optional.empty());
            case STDIN -> new SecretText(text(stdin, what), "on standard input", Optional.empty());
            case PATH, PLAIN -> file(Path.of(setting.value()), what, setting.origin());
        };
    }

    /** One secret a line; blank lines do not count. */
    public List<String> lines() {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static SecretText file(Path path, String what, String origin) {
        if (SecretLooks.isKey(path.toString())) { // it must not be shown, as a path is
            throw Failure.configuration(
                    "the " + what + " itself was given as the path of its file (" + origin + ")",
                    "put it into a file that only you can read, and give that file's path");
        }
        String named = "the " + what + " file " + path + " (" + origin + ")";
        if (Files.isDirectory(path)) {
            throw Failure.missing(named + " is a directory", "give the path of the file itself");
        }
        try (InputStream in = Files.newInputStream(path)) {
            String text = new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
            return new SecretText(text, path.toString(), readableByOthers(path, what));
        } catch (NoSuchFileException | NotDirectoryException e) {
            throw Failure.missing(named + " does not exist", "check the path");
        } catch (AccessDeniedException e) {
            throw Failure.missing(named + " may not be read by this user", "check its owner and mode");
        } catch (IOException e) {
            throw Failure.missing(named + " cannot be read: " + e.getMessage(), "check the path");
        }
    }

    private static String text(InputStream stdin, String what) {
        try {
            return new String(stdin.readNBytes(LARGEST), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Failure.missing(
                    "the " + what + " cannot be read from standard input: " + e.getMessage(), "check the pipe");
        }
    }

    private static Optional<String> readableByOthers(Path path, String what) {
        try {
            Set<PosixFilePermission> modes = Files.getPosixFilePermissions(path);
            boolean others =
                    modes.contains(PosixFilePermission.GROUP_READ) || modes.contains(PosixFilePermission.OTHERS_READ);
            return others
                    ? Optional.of("others can read the " + what + " file " + path + "; run: chmod 600 " + path)
                    : Optional.empty();
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty(); // a file system without owners and modes
        }
    }
}
