package fbmsg.cli.talk.content;

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

/** What was given as an argument, a file or on standard input: strict UTF-8, one final newline of a file or pipe dropped. */
public final class TextInput {
    /** Far more than any text that may be sent; reading stops here. */
    private static final int LARGEST = 1 << 20;

    private TextInput() {}

    /**
     * @param what for people: text, JSON
     * @param typed a path, or - for standard input
     * @throws Failure if it cannot be read, or is not UTF-8
     */
    public static String fileOrStdin(Session session, String what, String typed) {
        return typed.equals("-") ? stdin(session, what) : file(session, what, typed);
    }

    /** Java puts U+FFFD where the bytes of an argument are not UTF-8; they would be lost silently. */
    public static String argument(String text) {
        if (text.indexOf('\uFFFD') >= 0) {
            throw Failure.data(
                    "the --text is not valid UTF-8 (or holds U+FFFD, which is what invalid bytes become)",
                    "give it in UTF-8, or through --text-file");
        }
        return text;
    }

    private static String file(Session session, String what, String typed) {
        String named = "the " + what + " file " + typed;
        Path path = session.paths().resolve(typed);
        if (Files.isDirectory(path)) {
            throw Failure.missing(named + " is a directory", "give the path of the file itself");
        }
        try (InputStream in = Files.newInputStream(path)) {
            return decode(in, named);
        } catch (NoSuchFileException e) {
            throw Failure.missing(named + " does not exist", "check the path");
        } catch (AccessDeniedException e) {
            throw Failure.missing(named + " may not be read by this user", "check its mode");
        } catch (IOException e) {
            throw Failure.missing(named + " cannot be read: " + e.getMessage(), "check the path");
        }
    }

    private static String stdin(Session session, String what) {
        try {
            return decode(session.host().in(), "the " + what + " on standard input");
        } catch (IOException e) {
            throw Failure.missing("standard input cannot be read: " + e.getMessage(), "check the pipe");
        }
    }

    private static String decode(InputStream in, String named) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw Failure.data(named + " is longer than " + LARGEST + " bytes", "give less");
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
