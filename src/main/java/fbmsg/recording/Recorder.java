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
    private final AtomicLong kept = new AtomicLong();

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

    /**
     * Keeps a webhook. It is on the disk when this returns.
     *
     * @param request a POST as it came
     * @param received for the name: names sort by it, and those of one microsecond by the order of the calls
     * @return the file, {@code 2026-11-25T083000.123456Z-000001-inbound-MESSAGE_UUID.http}
     * @throws Failure if it is not surely on the disk; no half of it is left there
     */
    public Path keep(Request request, Instant received) {
        byte[] bytes = new Recording(keepSecrets ? request : Redaction.of(request)).bytes();
        FileName name = FileName.of(received, request.body());
        try {
            String unique = name.with(kept.incrementAndGet());
            while (!folder.put(unique, bytes)) {
                unique = name.with(kept.incrementAndGet()); // another process has it
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
