package fbmsg.cli.talk.messenger;

import fbmsg.Failure;
import fbmsg.cli.Session;
import fbmsg.files.Reason;
import fbmsg.files.SameFile;
import fbmsg.json.Document;
import fbmsg.sending.LockedFile;
import fbmsg.sending.Runs;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Opens the files in which is kept what was sent: one run at a time has one. */
public final class StateFile {
    private StateFile() {}

    /** Makes of an open file what is kept in it. */
    @FunctionalInterface
    public interface Opener<T> {
        /**
         * @param named the file, for people
         * @param run who writes, for whoever finds the file taken
         */
        T open(LockedFile file, String named, Document run);
    }

    /**
     * @param what for people: the journal
     * @param typed the path as it was given
     * @throws Failure if another run has it, or it cannot be opened
     */
    public static <T> T open(Session session, String what, String typed, Opener<T> opener) {
        Path path = session.paths().resolve(typed);
        String named = what + " " + typed;
        if (Files.isDirectory(path)) {
            throw Failure.notWritten(named + " is a directory", "name a file", null);
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw Failure.notWritten(
                    named + " is no regular file", "name one, or one that is not there yet: it is read again", null);
        }
        try {
            Optional<LockedFile> file = LockedFile.open(path);
            if (file.isEmpty()) {
                String holder = Runs.last(path).map(run -> " (" + run + ")").orElse("");
                throw Failure.notWritten(
                        "another fbmsg" + holder + " is using " + named,
                        "wait for it to end, or name another file",
                        null);
            }
            try {
                return opener.open(file.get(), named, run(session));
            } catch (RuntimeException e) {
                file.get().close();
                throw e;
            }
        } catch (IOException e) {
            throw Failure.notWritten(named + " could not be opened: " + Reason.of(e), remedy(e), e);
        }
    }

    /**
     * What is remembered and what is left to do cannot be kept in one file.
     *
     * @param seen the path given with {@code --seen}
     * @param failed the path given with {@code --failed}
     * @throws Failure if both are of one file
     */
    public static void refuseSame(Session session, Optional<String> seen, Optional<String> failed) {
        if (seen.isPresent()
                && failed.isPresent()
                && SameFile.are(
                        session.paths().resolve(seen.get()), session.paths().resolve(failed.get()))) {
            throw Failure.usage("--seen and --failed name the same file", "give each its own");
        }
    }

    private static String remedy(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "make the folder";
        }
        return e instanceof AccessDeniedException ? "check its mode" : "check the disk";
    }

    private static Document run(Session session) {
        return Document.object()
                .with("run", "process " + ProcessHandle.current().pid())
                .with("since", session.host().clock().instant().toString())
                .build();
    }
}
