package fbmsg.cli.build.replay;

import fbmsg.Failure;
import fbmsg.http.Request;
import fbmsg.recording.Recording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A recording that is to be posted.
 *
 * @param named the file as typed
 * @param target the path that all go to; {@code /}: each to its own
 * @param kept of what can be read once only, as a pipe; all others are read again, so that there may be any number
 */
record RecordedFile(String named, Path path, String target, Optional<Recording> kept) {

    /**
     * @param warnings is told if somebody has edited the file, or cut it off
     * @throws Failure if it is missing, no recording, or has no path to be posted to
     */
    static RecordedFile check(String named, Path path, String target, Consumer<String> warnings) {
        Recording recording = Recording.read(path, named);
        int length = recording.request().body().length;
        recording
                .otherLength()
                .ifPresent(said -> warnings.accept(named + " says that its body has " + said + " bytes, and it has "
                        + length + "; all of them are posted"));
        RecordedFile file = new RecordedFile(named, path, target, Optional.of(recording));
        file.request();
        return Files.isRegularFile(path) ? new RecordedFile(named, path, target, Optional.empty()) : file;
    }

    /** As it is posted, but for the signature. */
    Request request() {
        Recording recording = kept.orElseGet(() -> Recording.read(path, named));
        if (!target.equals("/")) {
            return recording.again(target);
        }
        if (recording.lacksQuery()) {
            throw Failure.data(
                    named + " was recorded without the values of its path's query",
                    "give the URL with path and query, or put them into the file");
        }
        return recording.again(recording.request().path());
    }
}
