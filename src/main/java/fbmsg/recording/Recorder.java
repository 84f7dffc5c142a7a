package fbmsg.recording;

import fbmsg.Failure;
import fbmsg.files.Folder;
import fbmsg.files.NewFile;
import fbmsg.files.Reason;
import fbmsg.http.Request;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A folder of recordings: each webhook a file of its own, readable by its owner only (0600), whole and on the disk before
 * anybody sees its name. Safe for many threads; several processes may share a folder.
 */
public final class Recorder {
    private final Folder folder;
    private final Disk disk;
    private final boolean keepSecrets;
    private final AtomicLong numbers = new AtomicLong();
    private Instant latest = Instant.MIN;

    /**
     * When a webhook came in, for its name.
     *
     * @param number among those that came in
     */
    public record Arrival(Instant time, long number) {}

    /** What is written to; a test's own may be full. */
    @FunctionalInterface
    interface Disk {
        void write(OutputStream file, byte[] bytes) throws IOException;
    }

    private Recorder(Folder folder, Disk disk, boolean keepSecrets) {
        this.folder = folder;
        this.disk = disk;
        this.keepSecrets = keepSecrets;
    }

    /**
     * Takes a folder: made (0700) with the folders above it if it is not there, left as it is otherwise.
     *
     * @param keepSecrets whether files have all header fields and the query as they came; else what may be a secret reads
     *     {@code REDACTED}
     * @throws Failure if no file can be made there
     */
    public static Recorder open(Path path, boolean keepSecrets) {
        return open(path, keepSecrets, OutputStream::write);
    }

    static Recorder open(Path path, boolean keepSecrets, Disk disk) {
        try {
            return new Recorder(Folder.open(path), disk, keepSecrets);
        } catch (IOException e) {
            throw Failure.notWritten(
                    "nothing can be recorded in " + path + ": " + Reason.of(e),
                    "name a folder that you may write to",
                    e);
        }
    }

    /** Names sort in the order of these calls; where a clock is put back, by a time that is not. */
    public synchronized Arrival arrival(Instant now) {
        latest = now.isAfter(latest) ? now : latest;
        return new Arrival(latest, numbers.incrementAndGet());
    }

    /**
     * Keeps a webhook. It is on the disk when this returns.
     *
     * @param request a POST as it came
     * @param arrival when it came in; each is for one webhook
     * @return the file, {@code 2026-11-25T083000.123456Z-000001-inbound-MESSAGE_UUID.http}
     * @throws Failure if it is not surely on the disk; no half of it is left there
     */
    public Path keep(Request request, Arrival arrival) {
        byte[] bytes = new Recording(keepSecrets ? request : Redaction.of(request)).bytes();
        FileName name = FileName.of(arrival.time(), request.body());
        try {
            String unique = name.with(arrival.number());
            while (!put(unique, bytes)) {
                unique = name.with(numbers.incrementAndGet()); // another process has it
            }
            return folder.path().resolve(unique);
        } catch (IOException e) {
            throw Failure.notWritten(
                    "a webhook could not be recorded in " + folder.path() + ": " + Reason.of(e),
                    e instanceof NoSuchFileException
                            ? "make it again, or name another"
                            : "make room there, or name another folder",
                    e);
        }
    }

    /**
     * Whoever has made the unfinished file has the name: then a file of that name is of somebody who had it before, or there
     * will be none until this one is moved there.
     *
     * @return false if the name is taken
     */
    private boolean put(String name, byte[] bytes) throws IOException {
        Path file = folder.path().resolve(name);
        try (NewFile unfinished = NewFile.create(folder.path().resolve("." + name + ".new"))) {
            if (Files.exists(file)) {
                return false;
            }
            disk.write(unfinished.out(), bytes);
            unfinished.moveTo(file);
        } catch (FileAlreadyExistsException e) {
            return false;
        }
        folder.sync();
        return true;
    }
}
