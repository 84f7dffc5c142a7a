package fbmsg.cli.talk;

import fbmsg.Failure;
import fbmsg.cli.Session;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The text of a message, from wherever it was given: strict UTF-8, one final newline of a file or pipe dropped. */
final class TextInput {
    /** Far more than any text that may be sent; reading stops here. */
    private static final int LARGEST = 1 << 20;

    private TextInput() {}

    /**
     * @throws Failure if there is no text, or two, or it is not UTF-8
     */
    public static String read(Session session, MessageOptions options) {
        if (options.text().isPresent() && options.textFile().isPresent()) {
            throw Failure.usage("--text and --text-file exclude each other", "give one of them");
        }
        if (options.text().isPresent()) {
            return argument(options.text().get());
        }
        if (options.textFile().isPresent() && !options.claimsStdin()) {
            return file(session, options.textFile().get());
        }
        if (options.claimsStdin() || session.host().terminals().piped()) {
            return stdin(session);
        }
        throw Failure.usage("there is no text", "give --text, --text-file, or pipe the text in");
    }

    /** Java puts U+FFFD where the bytes of an argument are not UTF-8; they would be lost silently. */
    private static String argument(String text) {
        if (text.indexOf('\uFFFD') >= 0) {
            throw Failure.data(
                    "the --text is not valid UTF-8 (or holds U+FFFD, which is what invalid bytes become)",
                    "give it in UTF-8, or through --text-file");
        }
        return text;
    }

    private static String file(Session session, String typed) {
        Path path = session.paths().resolve(typed);
        if (Files.isDirectory(path)) {
            throw Failure.missing("the text file " + typed + " is a directory", "give the path of the file itself");
        }
        try (InputStream in = Files.newInputStream(path)) {
            return decode(in, "the text file " + typed);
        } catch (NoSuchFileException e) {
            throw Failure.missing("the text file " + typed + " does not exist", "check the path");
        } catch (AccessDeniedException e) {
            throw Failure.missing("the text file " + typed + " may not be read by this user", "check its mode");
        } catch (IOException e) {
            throw Failure.missing("the text file " + typed + " cannot be read: " + e.getMessage(), "check the path");
        }
    }

    private static String stdin(Session session) {
        try {
            return decode(session.host().in(), "the text on standard input");
        } catch (IOException e) {
            throw Failure.missing("standard input cannot be read: " + e.getMessage(), "check the pipe");
        }
    }

    private static String decode(InputStream in, String named) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw Failure.data(named + " is longer than " + LARGEST + " bytes", "the limit is 640 characters");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
            return withoutFinalNewline(unmarked);
        } catch (CharacterCodingException e) {
            throw Failure.data(named + " is not valid UTF-8", "convert it, for example with iconv -t UTF-8");
        }
    }

    private static String withoutFinalNewline(String text) {
        if (text.endsWith("\r\n")) {
            return text.substring(0, text.length() - 2);
        }
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }
}
