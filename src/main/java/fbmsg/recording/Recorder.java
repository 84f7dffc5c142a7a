package fbmsg.recording;

import fbmsg.Failure;
import fbmsg.http.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A folder of recordings: each webhook a file of its own, readable by its owner only (0600), whole and on the disk before
 * anybody sees its name. Safe for many threads; several processes may share a folder.
 */
public final class Recorder {
    private final Folder folder;
    private final boolean keepSecrets;
    private final AtomicLong numbers = new AtomicLong();
    private Instant latest = Instant.MIN;

    /**
     * When a webhook came in, for its name.
     *
     * @param number among those that came in
     */
    public record Arrival(Instant time, long number) {}

    private Recorder(Folder folder, boolean keepSecrets) {
        this.folder = folder;
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
        return open(path, keepSecrets, Folder.DISK);
    }

    static Recorder open(Path path, boolean keepSecrets, Folder.Disk disk) {
        try {
            return new Recorder(Folder.open(path, disk), keepSecrets);
        } catch (IOException e) {
            throw Failure.notWritten(
                    "nothing can be recorded in " + path + ": " + Folder.reason(e),
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
            while (!folder.put(unique, bytes)) {
                unique = name.with(numbers.incrementAndGet()); // another process has it
            }
            return folder.path().resolve(unique);
        } catch (IOException e) {
            throw Failure.notWritten(
                    "a webhook could not be recorded in " + folder.path() + ": " + Folder.reason(e),
                    "make room there, or name another folder",
                    e);
        }
    }
}
