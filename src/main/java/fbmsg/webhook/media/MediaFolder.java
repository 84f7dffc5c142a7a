package fbmsg.webhook.media;

import fbmsg.Failure;
import fbmsg.files.Folder;
import fbmsg.files.NewFile;
import fbmsg.files.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Where the files of messages are kept: whole or not at all, each readable by its owner only. */
public final class MediaFolder {
    private static final String UNFINISHED = ".fbmsg-";
    private static final String PART = ".part";

    /** What has not been written to for that long is of a run that was killed. */
    private static final Duration FORGOTTEN = Duration.ofHours(1);

    private final Folder folder;

    private MediaFolder(Folder folder) {
        this.folder = folder;
    }

    /** Writes a file, and then says how it is to be named. */
    @FunctionalInterface
    interface Content {
        String writeTo(OutputStream to) throws NotFetched, IOException;
    }

    /**
     * Makes it (0700) if it is not there, with the folders above it. What killed runs left unfinished is removed.
     *
     * @throws Failure if files cannot be made in it: better now than when there is one
     */
    public static MediaFolder open(Path path) {
        try {
            Folder folder = Folder.open(path);
            Instant now = Files.getLastModifiedTime(path).toInstant(); // a file was just made in it: by its own clock
            removeUnfinished(path, now.minus(FORGOTTEN));
            return new MediaFolder(folder);
        } catch (IOException e) {
            throw Failure.notWritten(
                    "the folder " + path + " for media cannot be used: " + Reason.of(e), "name another, or mend it", e);
        }
    }

    /** The first of these that is there. */
    Optional<Path> find(Set<String> names) {
        return names.stream()
                .map(folder.path()::resolve)
                .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                .findFirst();
    }

    /** Returns when the file is on the disk. */
    Path keep(Content content) throws NotFetched, IOException {
        try (NewFile unfinished = NewFile.createUnique(folder.path(), UNFINISHED, PART)) {
            Path file = folder.path().resolve(content.writeTo(unfinished.out()));
            unfinished.moveTo(file);
            folder.sync();
            return file;
        }
    }

    private static void removeUnfinished(Path folder, Instant before) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, UNFINISHED + "*" + PART)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                        .toInstant()
                        .isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    @Override
    public String toString() {
        return folder.path().toString();
    }
}
